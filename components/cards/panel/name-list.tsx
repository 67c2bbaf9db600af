"use client";

import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { languages as allLanguages } from "@/lib/contract/languages";
import { useOpenedCard } from "./card-editing";
import { Fold } from "./fold";
import { NameRow } from "./name-row";
import { PieceMaker } from "./piece-maker";

/** The name of the card in every language, those of the deck first. */
export function NameList() {
  const { card, languages } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const others = allLanguages.filter((language) => !languages.includes(language));
  const isSpoken = languages.some((language) => card.texts[language]?.speech_path);
  return (
    <section aria-labelledby="card-names" className="flex flex-col gap-3">
      <h3 id="card-names" className="text-lg">
        {t("names")}
      </h3>
      <ul className="flex flex-col gap-3">
        {languages.map((language) => (
          <NameRow key={language} language={language} />
        ))}
      </ul>
      <PieceMaker piece="speech" isMade={isSpoken} />
      {others.length > 0 ? (
        <Fold icon={<Languages aria-hidden="true" />} title={t("otherLanguages")}>
          <ul className="flex flex-col gap-3">
            {others.map((language) => (
              <NameRow key={language} language={language} />
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}
