import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { cn } from "@/lib/cn";
import { env } from "@/lib/env";
import "./globals.css";

const nunito = localFont({
  src: "../node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2",
  weight: "200 1000",
  variable: "--font-nunito",
});
const baloo = localFont({
  src: "../node_modules/@fontsource/baloo-2/files/baloo-2-latin-700-normal.woff2",
  weight: "700",
  variable: "--font-baloo",
});

/** Language, theme and the nonce of the security policy come with the request, so no page has a static shell. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  return {
    metadataBase: new URL(env().studioUrl),
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    appleWebApp: { capable: true, title: "MagikSwipe", statusBarStyle: "default" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdf5e6" },
    { media: "(prefers-color-scheme: dark)", color: "#17132b" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  const theme = storedTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === "system" ? undefined : theme}
      className={cn(nunito.variable, baloo.variable)}
    >
      <body className="antialiased">{children}</body>
    </html>
  );
}
