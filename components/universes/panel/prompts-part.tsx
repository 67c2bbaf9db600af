"use client";

import { useTranslations } from "next-intl";
import { MakeButton } from "./make-button";
import { OlderNotice } from "./older-notice";
import { PromptField } from "./prompt-field";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";

/** The words from which all pictures and all films are made, and what is older than they are. */
export function PromptsPart() {
  const t = useTranslations("universePanel");
  return (
    <>
      <p className="text-ink-soft text-sm">{t("promptsHint", { mark: "{concept}" })}</p>
      <PromptOf piece="image" />
      <PromptOf piece="video" />
    </>
  );
}

function PromptOf({ piece }: { piece: "image" | "video" }) {
  const { assets } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tPiece = useTranslations("pieces");
  const older = assets.filter(({ stale }) => stale.includes(piece)).map(({ id }) => id);
  const withOwn = assets.filter((asset) => asset[`own_${piece}_prompt`] !== null).length;
  const example = assets.find((asset) => asset[`own_${piece}_prompt`] === null);
  return (
    <Section title={tPiece(piece)}>
      <PromptField piece={piece} />
      {example ? (
        <p className="wrap-anywhere rounded-2xl bg-sunken px-3.5 py-2.5 text-sm">
          <span className="font-bold">{t("example", { concept: example.concept })}</span>{" "}
          {example[`${piece}_prompt`]}
        </p>
      ) : null}
      {withOwn > 0 ? <p className="text-ink-soft text-sm">{t("withOwn", { count: withOwn })}</p> : null}
      {older.length > 0 ? (
        <>
          <OlderNotice>{t(`older.${piece}`, { count: older.length })}</OlderNotice>
          <MakeButton
            piece={piece}
            cards={older}
            label={t(`again.${piece}`, { count: older.length })}
            isFirst
          />
        </>
      ) : null}
    </Section>
  );
}
