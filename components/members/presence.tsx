"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { cn } from "@/lib/cn";
import { usePeopleHere } from "@/lib/members/live";
import { peopleQuery } from "@/lib/members/queries";
import { Avatar } from "./avatar";

/** Somebody else who is here. */
interface Companion {
  userId: string;
  name: string;
  assetId: string | null;
}

const CompanionsContext = createContext<Companion[]>([]);

interface PresenceProps {
  draftId: string;
  userId: string;
  /** Staff only look on: they are not among the people. */
  appears: boolean;
  children: ReactNode;
}

/** Knows who else is in this draft, for what is inside. */
export function Presence({ draftId, userId, appears, children }: PresenceProps) {
  const here = usePeopleHere(draftId, userId, appears);
  const { data: people } = useQuery({ ...peopleQuery(draftId), enabled: appears && here.size > 1 });
  const companions = (people?.items ?? [])
    .filter((member) => member.user_id !== userId && here.has(member.user_id))
    .map(({ user_id, name }) => ({ userId: user_id, name, assetId: here.get(user_id)?.asset_id ?? null }));
  return <CompanionsContext value={companions}>{children}</CompanionsContext>;
}

const most = 4;

interface PeopleHereProps {
  /** The name of a card in the reader's language. */
  nameOf: (assetId: string) => string | undefined;
}

/** Who else is here, and at which card. */
export function PeopleHere({ nameOf }: PeopleHereProps) {
  const t = useTranslations("presence");
  const companions = use(CompanionsContext);
  if (companions.length === 0) return null;
  // A letter alone says who it is only where there is no room for names.
  const areFew = companions.length <= 2;
  const tell = ({ name, assetId }: Companion) => {
    const card = assetId && nameOf(assetId);
    return card ? t("at", { name, card }) : t("here", { name });
  };
  return (
    <ul
      aria-label={t("label", { count: companions.length })}
      className={cn("flex items-center", areFew ? "gap-2" : "-space-x-2")}
    >
      {companions.slice(0, most).map((companion) => (
        <li
          key={companion.userId}
          title={tell(companion)}
          data-companion={companion.userId}
          className="flex min-w-0 items-center gap-1.5"
        >
          <Avatar {...companion} className="size-8 border-2 border-paper" />
          {areFew ? (
            <span aria-hidden="true" className="max-w-32 truncate font-semibold text-sm">
              {companion.name}
            </span>
          ) : null}
          <span className="sr-only">{tell(companion)}</span>
        </li>
      ))}
      {companions.length > most ? (
        <li className="pl-3 font-bold text-ink-soft text-sm">
          {t("more", { count: companions.length - most })}
        </li>
      ) : null}
    </ul>
  );
}

/** Who else is at this card, in its corner. */
export function PeopleAtCard({ assetId, card }: { assetId: string; card: string }) {
  const t = useTranslations("presence");
  const companions = use(CompanionsContext).filter((companion) => companion.assetId === assetId);
  if (companions.length === 0) return null;
  return (
    <ul className="-space-x-2 absolute top-2 left-2 flex animate-rise">
      {companions.slice(0, most).map((companion) => {
        const text = t("at", { name: companion.name, card });
        return (
          <li key={companion.userId} title={text}>
            <Avatar {...companion} className="border-2 border-surface shadow-card" />
            <span className="sr-only">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
