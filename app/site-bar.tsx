import { cookies } from "next/headers";
import { SiteHeader } from "@/components/site/site-header";
import { storedTheme, themeCookie } from "@/lib/account/preferences";
import { getUser } from "@/lib/supabase/session";

/** The header for whoever is here. */
export async function SiteBar() {
  const [user, jar] = await Promise.all([getUser(), cookies()]);
  return <SiteHeader visitor={user} theme={storedTheme(jar.get(themeCookie)?.value)} />;
}
