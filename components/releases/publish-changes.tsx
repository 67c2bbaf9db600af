"use client";

import { useTranslations } from "next-intl";
import type { Changes } from "@/lib/releases/schema";
import { ChangeList } from "./change-list";

const kinds = [
  "added",
  "changed",
  "moved",
  "removed",
  "universe",
] as const satisfies readonly (keyof Changes)[];

/** What children will see otherwise than now: in a line each, and in pictures for who looks closer. */
export function PublishChanges({ changes, since }: { changes: Changes; since: number }) {
  const t = useTranslations("publish");
  const found = kinds.filter((kind) => changes[kind].length > 0);
  if (found.length === 0) return <p className="text-ink-soft">{t("changes.none")}</p>;
  return (
    <details className="group rounded-3xl bg-sunken px-4 py-3">
      <summary className="min-h-8 cursor-pointer">
        <span className="font-bold">{t("since", { number: since })}</span>
        <span className="mt-1 flex flex-col pl-4 text-ink-soft text-sm">
          {found.map((kind) => (
            <span key={kind}>{t(`changes.${kind}`, { count: changes[kind].length })}</span>
          ))}
        </span>
      </summary>
      <div className="mt-4">
        <ChangeList changes={changes} isFirst={false} />
      </div>
    </details>
  );
}
