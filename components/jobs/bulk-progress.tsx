"use client";

import { CircleAlert, CircleCheck, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import type { Bulk } from "@/lib/jobs/control-schema";
import type { useBulkRun } from "./use-bulk-run";

interface BulkProgressProps {
  progress: NonNullable<ReturnType<typeof useBulkRun>["progress"]>;
  action: Bulk["action"];
  matched: number;
  onStop: () => void;
  onClose: () => void;
}

/** How far a change in bulk has come. */
export function BulkProgress({ progress, action, matched, onStop, onClose }: BulkProgressProps) {
  const t = useTranslations("admin.bulk");
  const tError = useTranslations("errors");
  const { state, changed, refused, problem } = progress;
  const seen = changed + refused;
  // What is asked for meanwhile may fit too, and a request takes its pieces along.
  const share = state === "done" ? 100 : matched > 0 ? Math.min(99, (seen / matched) * 100) : 0;
  return (
    <div className="flex flex-col gap-5">
      <Meter value={share} label={t("progress")} />
      <p role="status" className="flex items-start gap-2 font-semibold">
        {state === "done" ? <CircleCheck aria-hidden="true" className="size-6 shrink-0 text-leaf" /> : null}
        {state === "failed" ? (
          <CircleAlert aria-hidden="true" className="size-6 shrink-0 text-danger" />
        ) : null}
        <span>
          {t(`did.${action}`, { count: changed })}
          {refused > 0 ? ` ${t("refused", { count: refused })}` : null}
          {state === "stopped" ? ` ${t("stopped")}` : null}
          {problem ? ` ${tError(problem)}` : null}
        </span>
      </p>
      {state === "running" ? (
        <Button variant="secondary" className="self-end" onClick={onStop}>
          <Square aria-hidden="true" />
          {t("stop")}
        </Button>
      ) : (
        <Button className="self-end" onClick={onClose}>
          {t("close")}
        </Button>
      )}
    </div>
  );
}
