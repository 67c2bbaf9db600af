import { cookies } from "next/headers";
import type { ComponentType } from "react";
import { SiteHeader } from "@/components/site/site-header";
import type { SiteToolsProps } from "@/components/site/site-tools";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { getUser } from "@/lib/supabase/session";

/** The header for whoever is here, with the tools that its pages can do with. */
export async function SiteBar({ Tools }: { Tools: ComponentType<SiteToolsProps> }) {
  const [user, jar] = await Promise.all([getUser(), cookies()]);
  return (
    <SiteHeader visitor={user}>
      <Tools visitor={user} theme={storedTheme(jar.get(themeCookie)?.value)} />
    </SiteHeader>
  );
}
