import { useTranslations } from "next-intl";
import { LogoMark } from "@/components/brand/logo-mark";

/** A draft that has no picture yet. */
export function EmptyDeck() {
  const t = useTranslations("preview");
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 px-6 text-center">
      <LogoMark className="size-28 animate-sway" />
      <h1 className="text-4xl">{t("empty")}</h1>
      <p className="text-ink-soft text-lg">{t("emptyText")}</p>
    </main>
  );
}
