"use client";

import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/cards/panel/fold";
import { type Language, languages } from "@/lib/contract/languages";
import { DeckLanguages } from "./deck-languages";
import { DeckPieces } from "./deck-pieces";
import { DeckVisibility } from "./deck-visibility";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { UniverseText } from "./universe-text";

const maxLength = 100;

/** What the universe is called, in which languages it is, what it is made of, and who sees it. */
export function NamesPart() {
  const { draft } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const others = languages.filter((language) => !draft.languages.includes(language));
  return (
    <>
      <Section title={t("names")} hint={t("namesHint")}>
        <UniverseText path="name" label={t("ownName")} maxLength={maxLength} isNeeded />
        {draft.languages.map((language) => (
          <NameIn key={language} language={language} />
        ))}
        {others.length > 0 ? (
          <Fold title={t("otherNames")} icon={<Languages aria-hidden="true" />}>
            {others.map((language) => (
              <NameIn key={language} language={language} />
            ))}
          </Fold>
        ) : null}
      </Section>
      <DeckLanguages />
      <DeckPieces />
      <DeckVisibility />
    </>
  );
}

/** The name of the universe in one language, written in place. */
export function NameIn({ language }: { language: Language }) {
  const { draft } = useOpenedUniverse();
  const tAccount = useTranslations("account.languages");
  return (
    <UniverseText
      path={`names.${language}`}
      label={tAccount(language)}
      language={language}
      placeholder={draft.name}
      maxLength={maxLength}
    />
  );
}
