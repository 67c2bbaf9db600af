"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useDeckCheck } from "@/components/translations/use-deck-check";
import { SidePanel } from "@/components/ui/side-panel";
import type { Language } from "@/lib/contract/languages";
import type { Asset, Draft } from "@/lib/drafts/schema";
import type { CardActions } from "../card-selection-bar";
import { CardEditingContext } from "./card-editing";
import { CardFoot } from "./card-foot";
import { CardTools } from "./card-tools";
import { NameList } from "./name-list";
import { closeCard, openCard, useOpenCard } from "./open-card";
import { PieceTabs } from "./piece-tabs";
import { TextTabs } from "./text-tabs";
import { type CardEdits, useCardEdits } from "./use-card-edits";
import { useCardKeys } from "./use-card-keys";

interface CardPanelProps {
  draft: Draft;
  assets: Asset[];
  onRemove: CardActions["remove"];
}

/** All about one card, beside the deck: the card that the address names. */
export function CardPanel({ draft, assets, onRemove }: CardPanelProps) {
  const openId = useOpenCard();
  const t = useTranslations("cardPanel");
  const locale = useLocale();
  const edits = useCardEdits(draft.id);
  const open = assets.find(({ id }) => id === openId);
  // While the panel goes away it still shows what it showed.
  const [shownId, setShownId] = useState(openId);
  if (open && openId !== shownId) setShownId(openId);
  const card = assets.find(({ id }) => id === shownId);
  const language: Language = draft.languages.includes(locale) ? locale : (draft.languages[0] ?? locale);
  const name = card ? (card.names[language] ?? card.concept) : "";
  // The deck beside the panel keeps the card in sight, wherever the panel leaves room for it.
  useEffect(() => {
    if (openId) document.querySelector(`li[data-asset="${openId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [openId]);
  return (
    <SidePanel
      isOpen={open !== undefined}
      onClose={closeCard}
      title={<span lang={language}>{name}</span>}
      initialFocus={askedButton}
      closeLabel={t("close")}
      finalFocus={() => document.querySelector<HTMLElement>(`li[data-asset="${shownId}"] h2 a`)}
    >
      {card ? <OpenedCard {...{ draft, assets, card, language, name, edits, onRemove }} /> : null}
    </SidePanel>
  );
}

/** The button that makes the piece which was asked for; the usual place where none was. */
const askedButton = () => document.querySelector<HTMLElement>("[data-side-panel] [data-asked]") ?? true;

interface OpenedCardProps extends CardPanelProps {
  card: Asset;
  language: Language;
  name: string;
  edits: CardEdits;
}

function OpenedCard({ draft, assets, card, language, name, edits, onRemove }: OpenedCardProps) {
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const check = useDeckCheck(assets, draft.languages);
  const at = assets.findIndex(({ id }) => id === card.id);
  const go = (step: number) => {
    const next = assets[at + step];
    if (next) openCard(next.id);
  };
  const handleRemove = () => {
    const next = assets[at + 1] ?? assets[at - 1];
    if (next) openCard(next.id);
    else closeCard();
    onRemove([card]);
  };
  const approve = () => {
    const { id: cardId, is_approved: seen } = card;
    void edits.save({ cardId, path: "is_approved", value: !seen, seen });
  };
  useCardKeys({ onStep: go, onApprove: canEdit ? approve : null, edits });
  return (
    <CardEditingContext
      value={{ draft, card, language, name, languages: draft.languages, canEdit, edits, check }}
    >
      {canEdit ? <CardTools onRemove={handleRemove} /> : null}
      <div key={card.id} data-asset={card.id} className="flex flex-1 flex-col gap-6 px-5 py-4">
        <PieceTabs />
        <NameList />
        <TextTabs />
      </div>
      <CardFoot at={at} count={assets.length} onStep={go} onApprove={canEdit ? approve : null} />
    </CardEditingContext>
  );
}
