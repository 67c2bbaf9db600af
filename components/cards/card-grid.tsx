"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useId, useMemo, useRef, useState } from "react";
import type { DeckEdits } from "@/components/drafts/use-deck-edits";
import type { Chosen } from "@/components/site/use-chosen";
import { useStable } from "@/components/translations/use-stable";
import { wordLanguage } from "@/lib/cards/ideas";
import { mostCards } from "@/lib/cards/schema";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { AddCard } from "./add-card";
import { CardTile, CardTileSkeleton } from "./card-tile";
import { useCardOrder } from "./use-card-order";

interface CardGridProps {
  draft: Draft;
  assets: Asset[];
  /** Cards that are out of sight until the time to undo has passed: the order still counts them. */
  hidden: ReadonlySet<string>;
  edits: DeckEdits;
  choice: Chosen;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}

/** The cards in their order, to be moved and chosen, and a place for each one that is still to come. */
export function CardGrid({ draft, assets, hidden, edits, choice, isAdding, onAdding }: CardGridProps) {
  const t = useTranslations("draftPage");
  const language = wordLanguage(useLocale(), draft.languages);
  const client = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const hintId = useId();
  const [said, setSaid] = useState("");
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const isMaking = draft.status === "generating" || draft.active_job_id !== null;
  const toCome = isMaking && assets.length === 0 ? draft.count : 0;
  const handleBroken = useStable(() => client.invalidateQueries({ queryKey: draftKeys.assets(draft.id) }));

  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const { order, liftedId, handlers } = useCardOrder({
    ids: assets.map(({ id }) => id),
    list,
    canMove: canEdit,
    onDrop: (ids) => edits.reorder([...ids, ...hidden]),
    onLongPress: (id) => {
      navigator.vibrate?.(15);
      choice.toggle(id);
    },
    onSay: (event, id, place) => {
      const asset = byId.get(id);
      if (!asset) return;
      const name = asset.names[language] ?? asset.concept;
      setSaid(t(`say.${event}`, { name, place: place + 1, total: assets.length }));
    },
  });
  const { toggle } = choice;
  const actions = useMemo(() => (canEdit ? { toggle } : null), [canEdit, toggle]);

  return (
    <div className="@container flex flex-col gap-6">
      <p id={hintId} hidden>
        {t("moveHint")}
      </p>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
      <ul
        ref={list}
        data-arrow-grid
        aria-label={t("cards")}
        {...(canEdit ? handlers : {})}
        className="relative grid @4xl:grid-cols-4 @6xl:grid-cols-5 @xl:grid-cols-3 grid-cols-2 @xl:gap-5 gap-3"
      >
        {order.map((id) => {
          const asset = byId.get(id);
          return asset ? (
            <CardTile
              key={id}
              asset={asset}
              language={language}
              languages={draft.languages}
              actions={actions}
              isChoosing={choice.isOn}
              isChosen={choice.ids.has(id)}
              isLifted={id === liftedId}
              hintId={hintId}
              onBroken={handleBroken}
            />
          ) : null;
        })}
        {Array.from({ length: toCome }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places have no name of their own
          <li key={index}>
            <CardTileSkeleton />
          </li>
        ))}
        {canEdit && toCome === 0 && assets.length < mostCards && !choice.isOn ? (
          <AddCard
            language={language}
            isOpen={isAdding}
            onOpen={onAdding}
            onAdd={(text) => edits.add(text, language)}
          />
        ) : null}
      </ul>
      {canEdit && assets.length >= mostCards ? (
        <p className="text-center text-ink-soft">{t("full", { most: mostCards })}</p>
      ) : null}
    </div>
  );
}
