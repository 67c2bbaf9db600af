import { setTimeout as sleep } from "node:timers/promises";
import { faultOf } from "../api/fault-kinds.ts";
import { isFinished, type Prediction, type WebhookEvent } from "./prediction.ts";
import { createMessageId, signWebhook } from "./signature.ts";
import { echoes, forgeries, replacesMessage, type WebhookMessage } from "./webhook-faults.ts";

/** Waits before each further try of a final webhook, in milliseconds: the last one comes a minute after the first. */
const finalRetries = [1_000, 2_000, 4_000, 8_000, 16_000, 29_000];
/** `output` and `logs` events go out at most this often per prediction, as on Replicate. */
const throttleMs = 500;
const answerTimeoutMs = 10_000;
/** How long an event waits for the one before it, so that a slow receiver delays nothing for long. */
const orderPatienceMs = 2_000;

export interface WebhookSender {
  /** Sends the event if the prediction wants it. `settled` runs when the final one was taken or given up. */
  notify(prediction: Prediction, event: WebhookEvent, settled?: () => void): void;
  /** Ends all waiting retries; what was not delivered stays unsettled. */
  stop(): Promise<void>;
}

interface SenderOptions {
  secret: string;
  /** JSON body of a webhook. */
  bodyOf: (prediction: Prediction) => string;
  retries?: readonly number[];
  now?: () => number;
}

function wants(prediction: Prediction, event: WebhookEvent): boolean {
  if (prediction.webhook === null || faultOf(prediction, "webhook-never")) return false;
  return prediction.webhookEventsFilter === null || prediction.webhookEventsFilter.includes(event);
}

/**
 * Sends Replicate's webhooks: signed, without following redirects, the final one again after a failed call or a 4xx or
 * 5xx answer for about a minute. Unlike Replicate it also calls plain http addresses, since it lives on one machine.
 */
export function createWebhookSender(options: SenderOptions): WebhookSender {
  const { secret, bodyOf, retries = finalRetries, now = Date.now } = options;
  const stopping = new AbortController();
  const lastSent = new Map<string, Promise<unknown>>();
  const lastThrottled = new Map<string, number>();
  const running = new Set<Promise<void>>();

  async function post(url: string, { body, headers }: WebhookMessage): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
        redirect: "manual",
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(answerTimeoutMs)]),
      });
      await response.arrayBuffer();
      return response.status < 400;
    } catch {
      return false;
    }
  }

  /** One message with its retries, under one message id. Resolves to false when it was given up because of a stop. */
  async function deliver(prediction: Prediction, body: string, waits: readonly number[]): Promise<boolean> {
    const url = prediction.webhook;
    if (url === null) return true;
    const id = createMessageId();
    for (const wait of [0, ...waits]) {
      if (wait > 0) await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return false;
      const message: WebhookMessage = { id, body, headers: { ...signWebhook(secret, id, body, now()) } };
      for (const forgery of forgeries(prediction, message, secret, now())) await post(url, forgery);
      if (replacesMessage(prediction)) return true;
      const taken = await post(url, message);
      if (isFinished(prediction))
        for (const echo of echoes(prediction, message, secret, now())) await post(url, echo);
      if (taken) return true;
    }
    return !stopping.signal.aborted;
  }

  async function send(prediction: Prediction, event: WebhookEvent, before: Promise<unknown> | undefined) {
    const body = bodyOf(prediction);
    if (before) await Promise.race([before, sleep(orderPatienceMs, undefined, { signal: stopping.signal })]);
    const late = faultOf(prediction, "webhook-late");
    if (late) await sleep(late.delayMs ?? 2_000, undefined, { signal: stopping.signal });
    return deliver(prediction, body, event === "completed" ? retries : []);
  }

  function track(id: string, work: Promise<void>): void {
    running.add(work);
    lastSent.set(id, work);
    work.finally(() => {
      running.delete(work);
      if (lastSent.get(id) === work) lastSent.delete(id);
    });
  }

  return {
    notify(prediction, event, settled) {
      if (isFinished(prediction)) lastThrottled.delete(prediction.id);
      if (!wants(prediction, event)) return settled?.();
      if (event === "output" || event === "logs") {
        if (now() - (lastThrottled.get(prediction.id) ?? 0) < throttleMs) return;
        lastThrottled.set(prediction.id, now());
      }
      const work = send(prediction, event, lastSent.get(prediction.id)).then(
        (done) => {
          if (done) settled?.();
        },
        () => {},
      );
      track(prediction.id, work);
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
