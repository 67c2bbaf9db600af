import { describe, expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";
import type { FaultOrder } from "./fault-kinds.ts";
import { createFaultBoard } from "./faults.ts";

const model = "atelier/concepts";
const input = { theme: "farm", count: 3 };
const create = { method: "POST", body: JSON.stringify({ input }) };
const path = `/v1/models/${model}/predictions`;

describe("the fault board", () => {
  it("strikes a share of calls, the same ones for the same seed", () => {
    const draw = (seed: number) => {
      const board = createFaultBoard();
      board.add({ kind: "rate-limit", percent: 40, seed });
      return Array.from({ length: 1_000 }, () => board.strikeCall("create", {}) !== null);
    };
    const struck = draw(9).filter(Boolean).length;
    expect(struck).toBeGreaterThan(340);
    expect(struck).toBeLessThan(460);
    expect(draw(9)).toEqual(draw(9));
    expect(draw(9)).not.toEqual(draw(10));
  });

  it("strikes the next calls only as often as ordered, and only where ordered", () => {
    const board = createFaultBoard();
    board.add({ kind: "no-credit", times: 2, model, webhookContains: "job=7" });
    const occasion = { model, webhook: "https://studio.test/hook?job=7" };
    expect(board.strikeCall("get", occasion)).toBeNull();
    expect(board.strikeCall("create", { ...occasion, webhook: null })).toBeNull();
    expect(board.strikeCall("create", { ...occasion, model: "atelier/names" })).toBeNull();
    const strikes = [1, 2, 3].map(() => board.strikeCall("create", occasion)?.kind);
    expect(strikes).toEqual(["no-credit", "no-credit", undefined]);
    expect(board.list()).toMatchObject([{ struck: 2 }]);
  });
});

describe("faults of calls", () => {
  const answerTo = async (fault: FaultOrder) => {
    await using opened = await openAtelier();
    await opened.order({ times: 1, ...fault });
    const struck = await opened.call(path, create);
    const after = await opened.call(path, create);
    return { struck, problem: await struck.json(), after: after.status, ledger: await opened.ledger() };
  };

  it.each([
    [{ kind: "rate-limit", retryAfter: 7 }, 429, /resets in ~7s/],
    [{ kind: "server-error" }, 503, /unexpected error/],
    [{ kind: "server-error", status: 500 }, 500, /unexpected error/],
    [{ kind: "no-credit" }, 402, /insufficient credit/],
    [{ kind: "unauthorized" }, 401, /authentication token/],
    [{ kind: "invalid-input" }, 422, /String length/],
    [{ kind: "schema-changed" }, 422, /is required/],
    [{ kind: "version-gone" }, 422, /version does not exist/],
  ] as const)("answers %o once, and creates nothing", async (fault, status, detail) => {
    const { struck, problem, after, ledger } = await answerTo(fault);
    expect([struck.status, after]).toEqual([status, 201]);
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(detail) });
    expect(ledger.created).toBe(1);
    expect(ledger.calls.map((call) => call.status)).toEqual([status, 201]);
    if (status === 429) expect(struck.headers.get("retry-after")).toBe("7");
  });

  it("cuts the connection after it took the order: paid, yet no answer", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "reset", times: 1 });
    await expect(opened.call(path, create)).rejects.toThrow();
    const ledger = await opened.ledger();
    expect(ledger).toMatchObject({ created: 1, calls: [{ status: 0, prediction: expect.any(String) }] });
    const { results } = await opened.client.predictions.list();
    expect(results.map(({ id }) => id)).toEqual([ledger.calls[0]?.prediction]);
  });

  it("cuts the connection before it took the order: nothing was paid", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "reset-before", times: 1 });
    await expect(opened.call(path, create)).rejects.toThrow();
    expect(await opened.ledger()).toMatchObject({ created: 0, calls: [{ status: 0, prediction: null }] });
  });

  it("calls back before it answers the order", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "answer-last", delayMs: 2000, times: 1 });
    const body = JSON.stringify({
      input,
      webhook: opened.receiver.url,
      webhook_events_filter: ["completed"],
    });
    let isAnswered = false;
    const answer = opened.call(path, { method: "POST", body }).finally(() => {
      isAnswered = true;
    });
    const [delivery] = await opened.receiver.received(1);
    expect(isAnswered).toBe(false);
    expect(delivery?.prediction.id).toBe((await (await answer).json()).id);
  });

  it("counts what was paid twice by input and by webhook", async () => {
    await using opened = await openAtelier();
    const webhook = `${opened.receiver.url}?job=1`;
    for (const body of [{ input, webhook }, { input: { count: 3, theme: "farm" }, webhook }, { input }])
      await opened.call(path, { method: "POST", body: JSON.stringify(body) });
    const ledger = await opened.ledger();
    expect(Object.values(ledger.byInput)).toEqual([3]);
    expect(ledger.byWebhook).toEqual({ [webhook]: 2 });
    const cleared = await opened.call("/control/ledger", { method: "DELETE" });
    expect(await cleared.json()).toMatchObject({ created: 0, calls: [] });
  });

  it("refuses orders that it does not understand", async () => {
    await using opened = await openAtelier();
    for (const order of [
      { kind: "flood" },
      { kind: "slow", delay: 5 },
      { kind: "slow", delayMs: "5" },
      { kind: "slow", endpoint: "put" },
    ]) {
      const response = await opened.call("/control/faults", { method: "POST", body: JSON.stringify(order) });
      expect(response.status).toBe(422);
    }
  });

  it("refuses to cancel or to be asked when ordered so", async () => {
    await using opened = await openAtelier();
    await opened.order(
      { kind: "slow-run", delayMs: 60_000 },
      { kind: "server-error", status: 409, endpoint: "cancel", times: 1 },
      { kind: "server-error", status: 502, endpoint: "get", times: 1 },
      { kind: "rate-limit", endpoint: "list", times: 1 },
    );
    const { id } = await (await opened.call(path, create)).json();
    const cancel = () => opened.call(`/v1/predictions/${id}/cancel`, { method: "POST" });
    expect((await cancel()).status).toBe(409);
    expect((await opened.call(`/v1/predictions/${id}`)).status).toBe(502);
    expect((await opened.call("/v1/predictions")).status).toBe(429);
    expect(await (await cancel()).json()).toMatchObject({ status: "canceled" });
  });
});

describe("faults of predictions", () => {
  it.each([
    [
      { kind: "fail" },
      { status: "failed", error: "Error generating image: NSFW content detected.", output: null },
    ],
    [
      { kind: "fail", error: "Out of memory" },
      { status: "failed", error: "Out of memory" },
    ],
    [{ kind: "abort" }, { status: "aborted", output: null }],
    [{ kind: "cancel" }, { status: "canceled", output: null }],
    [{ kind: "unknown-status" }, { status: "paused", output: null }],
  ] as const)("ends by order: %o", async (fault, end) => {
    await using opened = await openAtelier();
    await opened.order(fault);
    const prediction = await opened.client.predictions.create({ model, input, wait: true });
    expect(prediction).toMatchObject(end);
    expect(prediction.completed_at).toEqual(expect.any(String));
  });

  it("never ends, but can be cancelled", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "stuck" });
    const { id } = await opened.client.predictions.create({ model, input });
    await opened.call("/control/faults", { method: "DELETE" });
    const later = await opened.client.predictions.create({ model, input, wait: true });
    expect(later.status).toBe("succeeded");
    expect((await opened.client.predictions.get(id)).status).toBe("starting");
    expect((await opened.client.predictions.cancel(id)).status).toBe("canceled");
  });
});
