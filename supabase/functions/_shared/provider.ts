import Replicate from "replicate";
import { z } from "zod";
import type { Environment } from "./environment.ts";
import { ProviderRefusal } from "./provider-refusal.ts";
import { ownQuietTimes, type QuietTime, type QuietTimes, usualQuietSeconds } from "./quiet-time.ts";

/** A prediction as the provider shows it; a status that nobody has seen yet counts as still running. */
export const providerPredictionSchema = z.object({
  id: z.string().min(1).max(200),
  status: z.string(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  logs: z.string().nullish().catch(null),
  input: z.record(z.string(), z.unknown()).nullish(),
  model: z.string().nullish(),
  webhook: z.string().nullish(),
  created_at: z.string().nullish(),
});
export type ProviderPrediction = z.infer<typeof providerPredictionSchema>;

const pageSchema = z.object({ next: z.string().nullish(), results: z.array(providerPredictionSchema) });
const secretSchema = z.object({ key: z.string().min(1) });

export interface PredictionOrder {
  model: string;
  version: string | null;
  input: Record<string, unknown>;
  webhook: string | undefined;
}

/**
 * The model provider. Every call sends exactly one HTTP request and throws ProviderRefusal when it fails. While the
 * provider wants to be left alone, it sends none and throws the same refusal.
 */
export interface Provider {
  create(order: PredictionOrder): Promise<ProviderPrediction>;
  /** Null when the provider does not know it (any more). */
  get(externalId: string): Promise<ProviderPrediction | null>;
  /** What became of it; null when it comes too late: it had ended already or is unknown. */
  cancel(externalId: string): Promise<ProviderPrediction | null>;
  /** Predictions created between these times, newest first: one request per page of 100, at most `maxPages`. */
  listBetween(from: Date, until: Date, maxPages: number): Promise<ProviderPrediction[]>;
  /** Resolves when it answers and takes our token. */
  check(): Promise<void>;
  /** The secret that this account's webhooks are signed with. */
  getWebhookSecret(): Promise<string>;
}

/** Milliseconds. */
const timeouts = { create: 30_000, read: 10_000 };

function refuseWhileQuiet(quiet: QuietTime): void {
  const seconds = quiet.secondsLeft();
  if (seconds > 0)
    throw new ProviderRefusal(429, "It was not asked: it wants to be left alone", String(seconds));
}

/**
 * Wraps the `replicate` client with a fetch that sends one request and lets the client repeat nothing: a lost answer,
 * a 429 or a 5xx reaches the client as 400, which it does not retry, and is thrown as what it was.
 */
export function openProvider(
  { providerToken, providerUrl }: Environment,
  { send = fetch, quiet = ownQuietTimes }: { send?: typeof fetch; quiet?: QuietTimes } = {},
): Provider {
  async function once<T>(kind: keyof QuietTimes, use: (client: Replicate) => Promise<T>): Promise<T> {
    if (!providerToken) throw new ProviderRefusal(401, "REPLICATE_API_TOKEN is not set");
    refuseWhileQuiet(quiet[kind]);
    let refusal: ProviderRefusal | undefined;
    async function fetchOnce(input: Request | URL | string, init?: RequestInit): Promise<Response> {
      try {
        const answer = await send(input, {
          ...init,
          redirect: "error",
          signal: AbortSignal.timeout(timeouts[kind]),
        });
        const body = await answer.text();
        if (answer.ok) return new Response(body, { status: 200 });
        const itsTime = Date.parse(answer.headers.get("date") ?? "") || Date.now();
        refusal = new ProviderRefusal(answer.status, body, answer.headers.get("retry-after"), itsTime);
        if (answer.status === 429) quiet[kind].keep(refusal.retryAfterSeconds ?? usualQuietSeconds);
      } catch (error) {
        refusal = new ProviderRefusal(null, String(error));
      }
      return new Response(null, { status: 400 });
    }
    try {
      return await use(new Replicate({ auth: providerToken, baseUrl: providerUrl, fetch: fetchOnce }));
    } catch (error) {
      throw refusal ?? error;
    }
  }

  async function read(route: string | URL, params?: Record<string, string>): Promise<unknown> {
    return once("read", async (client) => (await client.request(route, { params })).json());
  }

  return {
    async create({ model, version, input, webhook }) {
      const events = { webhook, webhook_events_filter: ["start", "completed"] as ("start" | "completed")[] };
      const target = version ? { version } : { model };
      const order = { ...target, input, ...(webhook ? events : {}) };
      return providerPredictionSchema.parse(
        await once("create", (client) => client.predictions.create(order)),
      );
    },
    async get(externalId) {
      try {
        return providerPredictionSchema.parse(await read(`/predictions/${encodeURIComponent(externalId)}`));
      } catch (error) {
        if (error instanceof ProviderRefusal && error.status === 404) return null;
        throw error;
      }
    },
    async cancel(externalId) {
      try {
        const id = encodeURIComponent(externalId);
        return providerPredictionSchema.parse(await once("read", (client) => client.predictions.cancel(id)));
      } catch (error) {
        const isOver = error instanceof ProviderRefusal && [404, 409, 422].includes(error.status ?? 0);
        if (isOver) return null;
        throw error;
      }
    },
    async listBetween(from, until, maxPages) {
      const found: ProviderPrediction[] = [];
      let next: URL | undefined;
      for (let page = 0; page < maxPages; page += 1) {
        const params = { created_after: from.toISOString(), created_before: until.toISOString() };
        const { next: link, results } = pageSchema.parse(
          await (next ? read(next) : read("/predictions", params)),
        );
        const recent = results.filter(
          ({ created_at }) => !created_at || Date.parse(created_at) >= from.getTime(),
        );
        found.push(...recent);
        next = link && recent.length === results.length ? new URL(link, providerUrl) : undefined;
        // The token goes to the provider alone, wherever a link points.
        if (!next || next.origin !== new URL(providerUrl).origin) break;
      }
      return found;
    },
    async check() {
      await read("/account");
    },
    getWebhookSecret: async () => secretSchema.parse(await read("/webhooks/default/secret")).key,
  };
}
