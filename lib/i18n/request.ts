import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type { Language } from "../contract/languages.ts";
import { getUser } from "../supabase/session.ts";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "./language.ts";

/** This device's choice, else the profile's, else what the browser asks for. */
async function requestLanguage(): Promise<Language> {
  const jar = await cookies();
  const chosen = storedLanguage(jar.get(languageCookie)?.value);
  if (chosen) return chosen;
  const hasSession = jar.getAll().some(({ name }) => name.startsWith("sb-"));
  const user = hasSession ? await getUser() : null;
  return user?.language ?? preferredLanguage((await headers()).get("accept-language")) ?? fallbackLanguage;
}

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = storedLanguage(asked) ?? (await requestLanguage());
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: "UTC" };
});
