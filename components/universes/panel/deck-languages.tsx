"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChipSet } from "@/components/ui/chip-set";
import { type Language, languagesAfter } from "@/lib/contract/languages";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { useChoice } from "./use-choice";

/** The languages in which the children hear and read the cards. */
export function DeckLanguages() {
  const { canEdit } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tAccount = useTranslations("account.languages");
  const say = (list: readonly Language[]) => list.map((code) => tAccount(code)).join(", ");
  const { value, choose, notice } = useChoice("languages", say);
  // A chip stays where it is while one chooses.
  const [inOrder] = useState(() => languagesAfter(value));
  if (!canEdit)
    return (
      <Section title={t("languages")}>
        <p>{say(value)}</p>
      </Section>
    );
  // The first one is that of the cover and the poster: those that stay keep their order.
  const handleChange = (chosen: readonly Language[]) =>
    void choose([
      ...value.filter((code) => chosen.includes(code)),
      ...chosen.filter((code) => !value.includes(code)),
    ]);
  return (
    <Section title={t("languages")} hint={t("languagesHint")}>
      <ChipSet
        legend={t("languages")}
        isLegendHidden
        chips={inOrder.map((code) => ({ value: code, label: tAccount(code), lang: code }))}
        chosen={value}
        onChange={handleChange}
      />
      {notice}
    </Section>
  );
}
