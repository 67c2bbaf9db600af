import type { Language } from "../contract/languages.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof import("../../messages/en.json");
  }
}
