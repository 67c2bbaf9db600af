"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCardOrder } from "@/components/cards/use-card-order";
import { Skeleton } from "@/components/ui/skeleton";
import { ideaName } from "@/lib/cards/ideas";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { IdeaRow } from "./idea-row";
import type { IdeaEdits } from "./use-idea-edits";

interface IdeaListProps {
  cards: Asset[];
  language: Language;
  languages: readonly Language[];
  /** How many more are on their way. */
  coming: number;
  /** Null for those who only look. */
  edits: IdeaEdits | null;
}

/** The ideas in their order. */
export function IdeaList({ cards, language, languages, coming, edits }: IdeaListProps) {
  const t = useTranslations("ideas");
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState("");
  const byId = new Map(cards.map((card) => [card.id, card]));
  const { order, liftedId, handlers } = useCardOrder({
    ids: cards.map(({ id }) => id),
    list,
    canMove: edits !== null,
    onDrop: (ids) => edits?.putInOrder(ids),
    onSay: (event, id, place) => {
      const card = byId.get(id);
      const name = card ? ideaName(card, language) : "";
      setSaid(t(`say.${event}`, { name, place: place + 1, total: cards.length }));
    },
  });
  // The focus stays in the list when a row goes.
  const handleRemove = (card: Asset) => {
    const at = cards.indexOf(card);
    const next = cards[at + 1] ?? cards[at - 1];
    const row = next && list.current?.querySelector<HTMLElement>(`[data-asset="${next.id}"] input`);
    (row ?? document.querySelector<HTMLElement>("#new-idea"))?.focus({ preventScroll: true });
    edits?.removeIdea(card);
  };
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul
        ref={list}
        aria-label={t("list")}
        {...(edits ? handlers : {})}
        className="relative flex flex-col gap-2"
      >
        {order.map((id, place) => {
          const card = byId.get(id);
          if (!card) return null;
          if (!edits)
            return (
              <li
                key={id}
                lang={language}
                className="rounded-3xl bg-surface px-5 py-3 font-bold text-lg shadow-card"
              >
                {ideaName(card, language)}
              </li>
            );
          return (
            <IdeaRow
              key={id}
              card={card}
              place={place}
              language={language}
              languages={languages}
              isLifted={id === liftedId}
              onRename={edits.rename}
              onRemove={handleRemove}
            />
          );
        })}
        {Array.from({ length: coming }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: those who come have nothing else yet
          <li key={at} aria-hidden="true">
            <Skeleton className="h-[4.5rem] rounded-3xl" />
          </li>
        ))}
      </ul>
    </>
  );
}
