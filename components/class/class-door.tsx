import { useTranslations } from "next-intl";
import { Hills } from "@/components/brand/hills";
import { LogoMark } from "@/components/brand/logo-mark";
import { CodeEntry } from "./code-entry";

const saidId = "class-said";

interface ClassDoorProps {
  /** The letters of before, which led nowhere. */
  code: string;
  /** Why one is here again. */
  said: "unknown" | "over" | "busy" | "away" | null;
}

/** Where a child comes in without a camera. */
export function ClassDoor({ code, said }: ClassDoorProps) {
  const t = useTranslations("class.enter");
  return (
    <main className="relative flex min-h-dvh flex-col items-center overflow-hidden px-5 pt-3 pb-32 sm:justify-center">
      <LogoMark className="size-14 animate-sway sm:size-20" />
      <h1 className="text-center text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-1 mb-3 text-center text-ink-soft sm:mb-5 sm:text-lg">{t("text")}</p>
      {said ? (
        <p
          id={saidId}
          role="alert"
          className="mb-4 max-w-md text-balance text-center font-bold text-danger text-lg"
        >
          {t(said)}
        </p>
      ) : null}
      <CodeEntry
        first={code}
        words={{ code: t("code"), erase: t("erase"), go: t("go") }}
        saidId={said ? saidId : undefined}
      />
      <Hills className="absolute inset-x-0 bottom-0 -z-10" />
    </main>
  );
}
