"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleDot, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { publicationQuery } from "@/lib/releases/queries";
import type { Changes, Gap } from "@/lib/releases/schema";

const gapKinds = ["picture", "name", "alt_text", "approval"] as const satisfies readonly Gap["kind"][];
const changeKinds = [
  "added",
  "changed",
  "moved",
  "removed",
  "universe",
] as const satisfies readonly (keyof Changes)[];

/** Before the click: what children will see otherwise than now, and what is missing, which keeps nobody from publishing. */
export function PublishSummary({ draftId }: { draftId: string }) {
  const t = useTranslations("publish");
  const { data } = useQuery(publicationQuery(draftId));
  if (!data) return null;
  const { changes, missing, live } = data;
  const changed = changeKinds.filter((kind) => changes[kind].length > 0);
  const gaps = gapKinds
    .map((kind) => ({ kind, count: missing.filter((gap) => gap.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="flex flex-col gap-3 text-sm">
      {live ? (
        <section>
          <h3 className="font-bold">{t("since", { number: live.number })}</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {changed.length === 0 ? <li className="text-ink-soft">{t("changes.none")}</li> : null}
            {changed.map((kind) => (
              <li key={kind} className="flex items-center gap-2">
                <CircleDot aria-hidden="true" className="size-4 shrink-0 text-leaf" />
                {t(`changes.${kind}`, { count: changes[kind].length })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {gaps.length > 0 ? (
        <section>
          <h3 className="font-bold">{t("missing.title")}</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {gaps.map(({ kind, count }) => (
              <li key={kind} className="flex items-center gap-2">
                <Info aria-hidden="true" className="size-4 shrink-0 text-sun-ink" />
                {t(`missing.${kind}`, { count })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
