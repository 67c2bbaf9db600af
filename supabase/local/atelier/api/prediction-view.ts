import { withUrls } from "../queue/output-files.ts";
import type { Prediction } from "../queue/prediction.ts";
import { faultOf } from "./fault-kinds.ts";

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function metricsOf(prediction: Prediction): Record<string, number> {
  const { startedAt, completedAt, createdAt, files } = prediction;
  if (completedAt === null) return {};
  const metrics: Record<string, number> = { total_time: (completedAt - createdAt) / 1000 };
  if (startedAt !== null) metrics.predict_time = (completedAt - startedAt) / 1000;
  if (files.length > 0) metrics.image_count = files.length;
  return metrics;
}

/** The prediction object of Replicate's API: the body of answers, list items and webhooks alike. */
export function viewPrediction(prediction: Prediction, baseUrl: string): Record<string, unknown> {
  const { id, webhook, webhookEventsFilter, deadline } = prediction;
  const origin = faultOf(prediction, "foreign-host");
  const filesUrl = origin ? (origin.url ?? "https://files.example.com") : baseUrl;
  return {
    id,
    model: prediction.model,
    version: prediction.version,
    input: prediction.input,
    logs: prediction.logs,
    output: withUrls(prediction.output, filesUrl),
    data_removed: prediction.dataRemoved,
    error: prediction.error,
    source: "api",
    status: prediction.status,
    created_at: iso(prediction.createdAt),
    started_at: iso(prediction.startedAt),
    completed_at: iso(prediction.completedAt),
    ...(deadline === null ? {} : { deadline: iso(deadline) }),
    urls: {
      cancel: `${baseUrl}/v1/predictions/${id}/cancel`,
      get: `${baseUrl}/v1/predictions/${id}`,
      web: `${baseUrl}/p/${id}`,
    },
    metrics: metricsOf(prediction),
    ...(webhook === null ? {} : { webhook }),
    ...(webhookEventsFilter === null ? {} : { webhook_events_filter: webhookEventsFilter }),
  };
}
