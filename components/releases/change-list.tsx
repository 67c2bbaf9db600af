"use client";

import { ArrowDown, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { CardChange, Changes } from "@/lib/releases/schema";
import { CardPicture, useSideName } from "./card-picture";

interface ChangeListProps {
  changes: Changes;
  /** Nothing was shown before: all cards are simply there. */
  isFirst: boolean;
}

/** What children see otherwise, in pictures and words: before and after, side by side. */
export function ChangeList({ changes, isFirst }: ChangeListProps) {
  const t = useTranslations("releases.changes");
  const nameOf = useSideName();
  const { added, removed, changed, moved, universe } = changes;
  if (added.length + removed.length + changed.length + moved.length + universe.length === 0)
    return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <div className="flex flex-col gap-4">
      {universe.length > 0 ? (
        <Part title={t("universe")}>
          <ul className="flex flex-wrap gap-1.5">
            {universe.map((field) => (
              <li key={field}>
                <Badge tone="sea">{t(`fields.${field}`)}</Badge>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {changed.length > 0 ? (
        <Part title={t("changed", { count: changed.length })}>
          <ul className="grid gap-2 sm:grid-cols-2">
            {changed.map((change) => (
              <ChangedCard key={change.asset_id} change={change} />
            ))}
          </ul>
        </Part>
      ) : null}
      {added.length > 0 ? (
        <Part title={t(isFirst ? "all" : "added", { count: added.length })}>
          <ul className="flex flex-wrap gap-3">
            {added.map(({ asset_id, after }) => (
              <CardPicture key={asset_id} side={after} />
            ))}
          </ul>
        </Part>
      ) : null}
      {removed.length > 0 ? (
        <Part title={t("removed", { count: removed.length })}>
          <ul className="flex flex-wrap gap-3">
            {removed.map(({ asset_id, before }) => (
              <CardPicture key={asset_id} side={before} isGone />
            ))}
          </ul>
        </Part>
      ) : null}
      {moved.length > 0 ? (
        <Part title={t("moved", { count: moved.length })}>
          <p className="text-ink-soft">{moved.map(({ after }) => nameOf(after)).join(", ")}</p>
        </Part>
      ) : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h4 className="font-bold font-sans text-base">{title}</h4>
      {children}
    </section>
  );
}

function ChangedCard({ change: { before, after, fields } }: { change: CardChange }) {
  const t = useTranslations("releases.changes");
  const nameOf = useSideName();
  const [old, now] = [nameOf(before), nameOf(after)];
  const hasNewPicture = fields.includes("image");
  return (
    <li className="flex items-center gap-3 rounded-3xl border border-line bg-surface p-3">
      <div className="flex shrink-0 items-center gap-1.5">
        {hasNewPicture ? (
          <>
            <CardPicture side={before} isBare isGone />
            <ArrowRight aria-hidden="true" className="size-5 text-ink-soft" />
          </>
        ) : null}
        <CardPicture side={after} isBare />
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="wrap-anywhere font-bold leading-tight">
          {old === now ? null : (
            <>
              <del className="font-normal text-ink-soft">{old}</del>
              <ArrowDown aria-hidden="true" className="my-0.5 size-4 text-ink-soft" />
            </>
          )}
          {now}
        </p>
        <ul className="flex flex-wrap gap-1 text-ink-soft text-sm">
          {fields.map((field) => (
            <li key={field} className="rounded-full bg-sunken px-2 py-0.5">
              {t(`fields.${field}`)}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
