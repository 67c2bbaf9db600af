import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type { Language } from "../contract/languages.ts";
import { fallbackLanguage, languageCookie, preferredLanguage, storedLanguage } from "./language.ts";

/** This device's choice, which signing in brings along from the profile, else what the browser asks for. */
async function requestLanguage(): Promise<Language> {
  const chosen = storedLanguage((await cookies()).get(languageCookie)?.value);
  return chosen ?? preferredLanguage((await headers()).get("accept-language")) ?? fallbackLanguage;
}

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = storedLanguage(asked) ?? (await requestLanguage());
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: "UTC" };
});
