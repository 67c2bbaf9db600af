import { useTranslations } from "next-intl";

/** What is said beside text to take along; pages for everybody send it with the text, so that no other words come. */
export function useCopyWords() {
  const t = useTranslations("sharing");
  return { copy: t("copy"), copied: t("copied"), notCopied: t("notCopied") };
}

export type CopyWords = ReturnType<typeof useCopyWords>;
