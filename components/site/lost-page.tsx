import { useTranslations } from "next-intl";
import { Hills } from "@/components/brand/hills";
import { LogoMark } from "@/components/brand/logo-mark";
import { buttonVariants } from "@/components/ui/button-variants";

/** What one sees where there is nothing. */
export function LostPage({ isFramed }: { isFramed: boolean }) {
  const t = useTranslations("lost");
  return (
    <main className="relative flex min-h-dvh flex-col overflow-hidden">
      <div className="m-auto flex max-w-md flex-col items-center gap-5 px-6 pt-16 pb-56 text-center">
        <LogoMark className="size-28 animate-sway" />
        <h1 className="text-4xl">{t("title")}</h1>
        <p className="text-ink-soft text-lg">{t("text")}</p>
        {isFramed ? null : (
          <a href="/explore" className={buttonVariants({ size: "lg" })}>
            {t("action")}
          </a>
        )}
      </div>
      <Hills className="absolute inset-x-0 bottom-0" />
    </main>
  );
}
