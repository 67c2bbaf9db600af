"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePieceError } from "@/components/cards/use-piece-error";
import { universePieces } from "@/lib/contract/jobs";
import type { Draft } from "@/lib/drafts/schema";

/** What belongs to no card: why it was not made stands nowhere else. */
const parts = ["concepts", ...universePieces] as const;

/** Why the ideas, the music or a graphic were not made when somebody last asked; what failed of cards is told with them. */
export function LastRequest({ draft }: { draft: Draft }) {
  const t = useTranslations("draftPage.lastRequest");
  const tPiece = useTranslations("pieces");
  const pieceError = usePieceError();
  if (draft.active_job_id !== null || !draft.last_request) return null;
  const { reasons } = draft.last_request;
  const told = parts.flatMap((part) =>
    reasons.filter(({ piece }) => piece === part).map(({ code }) => ({ part, code })),
  );
  if (told.length === 0) return null;
  return (
    <section
      data-last-request=""
      className="flex flex-col gap-1 rounded-card bg-danger-wash px-4 py-3 sm:px-5"
    >
      <h2 className="flex items-start gap-2 font-bold font-sans text-base text-danger leading-snug">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {t("title")}
      </h2>
      <ul className="pl-7">
        {told.map(({ part, code }) => (
          <li key={`${part} ${code}`}>
            {t("line", {
              piece: part === "concepts" ? t("concepts") : tPiece(part),
              reason: pieceError(code),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
