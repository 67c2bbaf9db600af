"use client";

import { useTranslations } from "next-intl";
import { StyleChoice } from "@/components/drafts/style-choice";
import { graphics } from "@/lib/universes/graphics";
import { BackgroundColour } from "./background-colour";
import { MakeButton } from "./make-button";
import { OlderNotice } from "./older-notice";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { UniverseGraphic } from "./universe-graphic";
import { useChoice } from "./use-choice";

/** How the universe looks: its colour, how its pictures are painted, its cover, poster and logo. */
export function LookPart() {
  const t = useTranslations("universePanel");
  return (
    <>
      <BackgroundColour />
      <DeckStyle />
      <Section title={t("graphics")} hint={t("graphicsHint")}>
        {graphics.map((graphic) => (
          <UniverseGraphic key={graphic} graphic={graphic} />
        ))}
      </Section>
    </>
  );
}

function DeckStyle() {
  const { assets, canEdit } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tStyle = useTranslations("styles");
  const { value, choose, notice } = useChoice("style", (style) => tStyle(style ?? "soft"));
  const older = assets.filter(({ stale }) => stale.includes("image")).map(({ id }) => id);
  if (!canEdit)
    return (
      <Section title={tStyle("title")}>
        <p>{tStyle(value ?? "soft")}</p>
      </Section>
    );
  return (
    <Section title={t("style")} hint={t("styleHint")}>
      <StyleChoice isLegendHidden style={value ?? "soft"} onChange={(style) => void choose(style)} />
      {notice}
      {older.length > 0 ? (
        <>
          <OlderNotice>{t("older.image", { count: older.length })}</OlderNotice>
          <MakeButton piece="image" cards={older} label={t("again.image", { count: older.length })} isFirst />
        </>
      ) : null}
    </Section>
  );
}
