import { useLocale, useTranslations } from "next-intl";
import { ChipSet } from "@/components/ui/chip-set";
import { type Language, languagesAfter } from "@/lib/contract/languages";

interface LanguageChoiceProps {
  chosen: readonly Language[];
  onChange: (chosen: Language[]) => void;
}

/** At least one of the five languages; the reader's own comes first, and so is the one on the cover. */
export function LanguageChoice({ chosen, onChange }: LanguageChoiceProps) {
  const t = useTranslations("newDraft");
  const tAccount = useTranslations("account.languages");
  const chips = languagesAfter([useLocale()]).map((code) => ({
    value: code,
    label: tAccount(code),
    lang: code,
  }));
  return <ChipSet legend={t("languages")} chips={chips} chosen={chosen} onChange={onChange} />;
}
