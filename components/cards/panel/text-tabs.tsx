"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { useOpenedCard } from "./card-editing";
import { CardText } from "./card-text";
import { PieceMaker } from "./piece-maker";

/** What is told of the card, language by language. */
export function TextTabs() {
  const { card, language: shown, languages } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const tWords = useTranslations("words");
  const tLanguages = useTranslations("account.languages");
  const isMade = languages.some((language) => card.texts[language]?.fun_fact || card.texts[language]?.story);
  return (
    <section aria-labelledby="card-texts" className="flex flex-col gap-3">
      <h3 id="card-texts" className="text-lg">
        {t("texts")}
      </h3>
      <Tabs.Root defaultValue={shown} className="flex flex-col gap-3">
        <Tabs.List aria-label={tWords("language")} className="flex flex-wrap gap-1.5">
          {languages.map((language) => (
            <Tabs.Tab
              key={language}
              value={language}
              lang={language}
              className="min-h-11 rounded-full border border-line-strong px-3.5 font-semibold data-active:border-leaf data-active:bg-leaf-wash data-active:text-leaf-ink"
            >
              {tLanguages(language)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((language) => (
          <Tabs.Panel
            key={language}
            value={language}
            className="flex flex-col gap-3 rounded-2xl outline-offset-4"
          >
            {card.names[language] ? (
              <>
                <CardText
                  path={`texts.${language}.alt_text`}
                  label={t("altText")}
                  language={language}
                  field="alt_text"
                  maxLength={250}
                />
                <CardText
                  path={`texts.${language}.fun_fact`}
                  label={t("funFact")}
                  language={language}
                  field="fun_fact"
                  maxLength={500}
                />
                <CardText
                  path={`texts.${language}.story`}
                  label={t("story")}
                  language={language}
                  maxLength={1000}
                  isLong
                />
              </>
            ) : (
              <p className="text-ink-soft">{tWords("nameFirst")}</p>
            )}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
      <PieceMaker piece="text" isMade={isMade} />
    </section>
  );
}
