"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import { JsonFold } from "./json-fold";
import { Took } from "./times";

type Prediction = JobTimeline["predictions"][number];

const tones: Record<Prediction["status"], Tone> = {
  submitting: "plain",
  open: "sea",
  succeeded: "leaf",
  failed: "danger",
  cancelled: "sun",
  lost: "danger",
};

/** What this job asked of models: one entry for each request that left. */
export function PredictionList({ predictions }: Pick<JobTimeline, "predictions">) {
  const t = useTranslations("admin.predictions");
  const format = useFormatter();
  return (
    <ul className="flex flex-col gap-2">
      {predictions.map((prediction) => (
        <li
          key={`${prediction.attempt} ${prediction.created_at}`}
          className="flex flex-col gap-2 rounded-2xl bg-paper p-3"
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <Badge tone={tones[prediction.status]} className="h-6 px-2 text-[0.8125rem]">
              {t(`statuses.${prediction.status}`)}
            </Badge>
            <span className="font-semibold">{t("attempt", { attempt: prediction.attempt })}</span>
            <span className="wrap-anywhere text-ink-soft">{prediction.model}</span>
            <span className="text-ink-soft">
              <Took from={prediction.submitted_at} to={prediction.completed_at} />
            </span>
            {prediction.cost_micros ? (
              <span className="text-ink-soft">
                {format.number(prediction.cost_micros / 1_000_000, {
                  style: "currency",
                  currency: "USD",
                  maximumFractionDigits: 4,
                })}
              </span>
            ) : null}
          </p>
          {prediction.external_id ? (
            <code lang="en" className="wrap-anywhere text-ink-soft text-xs">
              {prediction.external_id}
            </code>
          ) : null}
          {prediction.input ? <JsonFold title={t("input")} value={prediction.input} /> : null}
        </li>
      ))}
    </ul>
  );
}
