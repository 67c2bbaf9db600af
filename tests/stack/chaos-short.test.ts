import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSilence } from "../chaos/silence/run-silence.ts";
import { type ChaosStack, openChaosStack } from "../chaos/stack.ts";
import { runWebhooks, takeOutFences } from "../chaos/webhooks/run-webhooks.ts";

/** The runs of `npm run chaos` that need a whole stack, by the same code, at a size for every day. */
let stack: ChaosStack;

beforeAll(async () => {
  stack = await openChaosStack();
}, 300_000);
afterAll(async () => stack[Symbol.asyncDispose]());

describe("a short silence", () => {
  const size = { universes: 1, cards: 3, checkSeconds: 1, withinSeconds: 600, patienceSeconds: 600 };

  it("lets every job end when no webhook and no wake-up arrives, and the schedule itself is cut off for a while", async () => {
    const report = await runSilence(stack, { ...size, schedule: "1 second", outageSeconds: 3 });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 900_000);

  it("would last for ever without the schedule", async () => {
    const nothing = { ...size, schedule: null, outageSeconds: 0, patienceSeconds: 10 };
    const { findings } = await runSilence(stack, nothing);
    expect(findings.map(({ rule }) => rule)).toContain("every job ends");
  }, 900_000);
});

describe("a short storm of webhooks", () => {
  it("does nothing twice, and nothing that a forger says", async () => {
    const report = await runWebhooks(stack, { deliveries: 250, seed: 3 });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 900_000);

  it("would believe a forger who had the secret", async () => {
    const { findings } = await runWebhooks(stack, { deliveries: 120, seed: 3, forgerKnowsSecret: true });
    expect(findings.map(({ rule }) => rule)).toContain("no forged or stale delivery is accepted");
  }, 900_000);

  it("would complete jobs twice if nobody looked whether they have ended", async () => {
    await takeOutFences(stack.sql);
    const { findings } = await runWebhooks(stack, { deliveries: 250, seed: 3 });
    expect(findings.map(({ rule }) => rule)).toContain("a completion is taken once");
  }, 900_000);
});
