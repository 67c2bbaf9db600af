import { describe, expect, it } from "vitest";
import { type OpenAtelier, openAtelier } from "../testing/open-atelier.ts";

const model = "atelier/concepts";
const input = { theme: "jungle", count: 3 };

/** Ends when nothing more will be sent about any prediction. */
async function untilSettled(opened: OpenAtelier): Promise<void> {
  const { scheduler } = opened.atelier;
  await expect.poll(() => scheduler.all().filter(({ webhookSettled }) => !webhookSettled)).toEqual([]);
}

describe("webhooks", () => {
  it("are signed so that standardwebhooks takes them, with the prediction as body", async () => {
    await using opened = await openAtelier();
    const webhook = `${opened.receiver.url}?job=7&attempt=1`;
    const made = await opened.client.predictions.create({
      model,
      input,
      webhook,
      webhook_events_filter: ["completed"],
    });
    const [delivery] = await opened.receiver.received(1);
    expect(delivery).toMatchObject({ isGenuine: true, path: "/hook?job=7&attempt=1" });
    expect(delivery?.prediction).toEqual(await opened.client.predictions.get(made.id));
    expect(delivery?.prediction).toMatchObject({
      status: "succeeded",
      webhook,
      webhook_events_filter: ["completed"],
    });
  });

  it("tell the start before the end, and only what was asked for", async () => {
    await using opened = await openAtelier();
    const filter = ["start", "completed"] as const;
    const webhook = opened.receiver.url;
    await opened.client.predictions.create({ model, input, webhook, webhook_events_filter: [...filter] });
    await opened.receiver.received(2);
    expect(opened.receiver.deliveries.map(({ prediction }) => prediction.status)).toEqual([
      "processing",
      "succeeded",
    ]);
  });

  it("come again under the same id after a refusal, until they are taken", async () => {
    await using opened = await openAtelier({ webhookRetries: [20, 40, 60, 80] });
    opened.receiver.answers.push(500, 404, 200);
    const filter = ["completed"] as const;
    await opened.client.predictions.create({
      model,
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: [...filter],
    });
    await untilSettled(opened);
    expect(opened.receiver.deliveries).toHaveLength(3);
    expect(new Set(opened.receiver.deliveries.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(opened.receiver.deliveries.every(({ isGenuine }) => isGenuine)).toBe(true);
  });

  it("follow no redirect", async () => {
    await using opened = await openAtelier();
    opened.receiver.answers.push(302);
    await opened.client.predictions.create({
      model,
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: ["completed"],
    });
    await untilSettled(opened);
    expect(opened.receiver.deliveries.map(({ path }) => path)).toEqual(["/hook"]);
  });

  it("are sent again by the next process when this one stopped before they were taken", async () => {
    await using opened = await openAtelier({ webhookRetries: [5_000] });
    opened.receiver.answers.push(503);
    const { id } = await opened.client.predictions.create({
      model,
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: ["completed"],
    });
    await opened.receiver.received(1);
    await opened.restart();
    const deliveries = await opened.receiver.received(2);
    expect(deliveries[1]).toMatchObject({ isGenuine: true, prediction: { id, status: "succeeded" } });
    await untilSettled(opened);
    await opened.restart();
    const later = await opened.client.predictions.create({
      model,
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: ["completed"],
    });
    await untilSettled(opened);
    expect(opened.receiver.deliveries.map(({ prediction }) => prediction.id)).toEqual([id, id, later.id]);
  });
});

describe("webhook faults", () => {
  const order = async (kind: string, count: number, more: object = {}) => {
    await using opened = await openAtelier();
    await opened.order({ kind: kind as "webhook-never", ...more });
    await opened.client.predictions.create({
      model,
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: ["completed"],
      wait: true,
    });
    await opened.receiver.received(count);
    await untilSettled(opened);
    return opened.receiver.deliveries;
  };

  it("never sends", async () => {
    expect(await order("webhook-never", 0)).toEqual([]);
  });

  it("sends five times the same", async () => {
    const deliveries = await order("webhook-duplicate", 5, { copies: 5 });
    expect(new Set(deliveries.map(({ body, headers }) => body + headers["webhook-id"])).size).toBe(1);
    expect(deliveries).toHaveLength(5);
  });

  it("sends processing after succeeded", async () => {
    const deliveries = await order("webhook-reorder", 2);
    expect(deliveries.map(({ prediction }) => prediction.status)).toEqual(["succeeded", "processing"]);
    expect(deliveries.every(({ isGenuine }) => isGenuine)).toBe(true);
  });

  it("sends forgeries that a receiver refuses, then the true one", async () => {
    const deliveries = await order("webhook-forged", 5);
    expect(deliveries.map(({ isGenuine }) => isGenuine)).toEqual([false, false, false, false, true]);
  });

  it.each([
    ["webhook-stale", { minutes: -6 }],
    ["webhook-stale", { minutes: 6 }],
    ["webhook-tampered", {}],
  ])("sends only a message that a receiver refuses (%s %o)", async (kind, more) => {
    const deliveries = await order(kind, 1, more);
    expect(deliveries.map(({ isGenuine }) => isGenuine)).toEqual([false]);
  });
});
