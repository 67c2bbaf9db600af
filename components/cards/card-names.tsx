import { useTranslations } from "next-intl";
import type { Language, Names } from "@/lib/contract/languages";

interface CardNamesProps {
  names: Names;
  languages: readonly Language[];
  /** The language that is written large above. */
  shown: Language;
}

/** The name in the other languages. */
export function CardNames({ names, languages, shown }: CardNamesProps) {
  const t = useTranslations("account.languages");
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-0.5 text-sm">
      {languages
        .filter((language) => language !== shown)
        .map((language) => (
          <div key={language} className="contents">
            <dt className="pt-px font-bold text-ink-soft text-xs leading-5">
              <abbr title={t(language)} className="no-underline">
                {language.toUpperCase()}
              </abbr>
            </dt>
            <dd lang={language} className="wrap-anywhere leading-5">
              {names[language] ?? "–"}
            </dd>
          </div>
        ))}
    </dl>
  );
}
