import { useTranslations } from "next-intl";
import { ChipSet } from "@/components/ui/chip-set";
import { type Language, languages } from "@/lib/contract/languages";

interface LanguageChoiceProps {
  chosen: readonly Language[];
  onChange: (chosen: Language[]) => void;
}

/** At least one of the five languages. */
export function LanguageChoice({ chosen, onChange }: LanguageChoiceProps) {
  const t = useTranslations("newDraft");
  const tAccount = useTranslations("account.languages");
  const chips = languages.map((code) => ({ value: code, label: tAccount(code), lang: code }));
  return <ChipSet legend={t("languages")} chips={chips} chosen={chosen} onChange={onChange} />;
}
