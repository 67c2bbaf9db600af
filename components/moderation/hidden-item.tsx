"use client";

import { Eye, Images, MessageCircle, MessageCircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Ago } from "@/components/jobs/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { HiddenUniverse } from "@/lib/reports/schema";
import type { Decision } from "./decision-dialog";
import { Quote, StaffLine } from "./staff-line";

interface HiddenItemProps {
  universe: HiddenUniverse;
  onLook: () => void;
  /** Null for who only reads. */
  onAsk: ((decision: Decision) => void) | null;
}

/** A hidden universe: why, and what its owner and the studio said to each other. */
export function HiddenItem({ universe, onLook, onAsk }: HiddenItemProps) {
  const t = useTranslations("staff");
  const { reason, hidden_at, appeal, appealed_at, answer, answered_at } = universe;
  const waits = appeal !== null && answered_at === null;
  return (
    <StaffLine
      id={universe.id}
      universe={universe}
      thumbnailUrl={universe.thumbnail_url}
      badges={
        waits ? (
          <Badge tone="sun">
            <MessageCircle aria-hidden="true" />
            {t("hidden.waits")}
          </Badge>
        ) : null
      }
      actions={
        <>
          <Button variant="secondary" size="sm" data-here onClick={onLook}>
            <Images aria-hidden="true" />
            {t("look")}
          </Button>
          {onAsk ? (
            <Button size="sm" onClick={() => onAsk("unhide")}>
              <Eye aria-hidden="true" />
              {t("unhide")}
            </Button>
          ) : null}
          {onAsk && waits ? (
            <Button variant="quiet" size="sm" onClick={() => onAsk("refuse")}>
              <MessageCircleX aria-hidden="true" />
              {t("refuse")}
            </Button>
          ) : null}
        </>
      }
    >
      <Quote
        by={
          <>
            <span className="wrap-anywhere">{universe.hidden_by_email ?? t("gone")}</span>
            <Ago at={hidden_at} />
          </>
        }
      >
        {reason}
      </Quote>
      {appeal && appealed_at ? (
        <Quote
          by={
            <>
              <span className="wrap-anywhere">{t("hidden.appeal", { email: universe.owner_email })}</span>
              <Ago at={appealed_at} />
            </>
          }
        >
          {appeal}
        </Quote>
      ) : (
        <p className="wrap-anywhere text-ink-soft text-sm">{t("by", { email: universe.owner_email })}</p>
      )}
      {answer && answered_at ? (
        <Quote
          by={
            <>
              <span>{t("hidden.answer")}</span>
              <Ago at={answered_at} />
            </>
          }
        >
          {answer}
        </Quote>
      ) : null}
    </StaffLine>
  );
}
