"use client";

import { useTranslations } from "next-intl";
import { StyleChoice } from "@/components/drafts/style-choice";
import { graphics } from "@/lib/universes/graphics";
import { BackgroundColour } from "./background-colour";
import { MakeButton } from "./make-button";
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
  const painted = assets.filter(({ image_path }) => image_path !== null).map(({ id }) => id);
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
      {painted.length > 0 ? (
        <MakeButton piece="image" cards={painted} label={t("paintAgain", { count: painted.length })} />
      ) : null}
    </Section>
  );
}
