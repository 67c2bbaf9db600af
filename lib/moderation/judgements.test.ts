import type { SupabaseClient } from "@supabase/supabase-js";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../contract/database.types.ts";
import { AppError } from "../errors.ts";
import { openJudge } from "./judgements.ts";

type Step = { data: unknown; error?: null } | { data: null; error: { message: string; code: string } };

const id = "00000000-0000-4000-8000-000000000001";
const judgement = (status: string, categories: string[] | null = null, error_code: string | null = null) => [
  { id, status, categories, error_code },
];
const pending = { data: judgement("pending") };

let calls: [name: string, args: unknown][];
let time: number;
beforeEach(() => {
  calls = [];
  time = 0;
});

const clock = {
  now: () => time,
  pause: async (milliseconds: number) => {
    time += milliseconds;
  },
};

/** A database that answers these in turn, the last one for ever. */
function answering(...steps: Step[]): SupabaseClient<Database> {
  return {
    rpc: async (name: string, args: unknown) => {
      calls.push([name, args]);
      const step = steps[Math.min(calls.length, steps.length) - 1];
      return { error: null, ...step };
    },
  } as unknown as SupabaseClient<Database>;
}

const judge = (...steps: Step[]) => openJudge(answering(...steps), ["fr", "en"], clock)(["a lion"]);
const refusal = (...steps: Step[]) =>
  judge(...steps).then(
    () => null,
    (error: AppError) => error,
  );

describe("the judge", () => {
  it("lets everything pass where no safety model is set up, and asks once", async () => {
    expect(await judge({ data: null })).toEqual([[]]);
    expect(calls).toEqual([["request_moderation", { p_texts: ["a lion"], p_languages: ["fr", "en"] }]]);
    expect(time).toBe(0);
  });

  it("asks about any number of texts, fifty at a time, and keeps their order", async () => {
    const texts = Array.from({ length: 120 }, (_, n) => `text ${n}`);
    const db = {
      rpc: async (_: string, { p_texts }: { p_texts: string[] }) => {
        calls.push(["asked", p_texts.length]);
        return { data: p_texts.flatMap((text) => judgement("completed", [text])), error: null };
      },
    } as unknown as SupabaseClient<Database>;
    expect((await openJudge(db, [], clock)(texts)).flat()).toEqual(texts);
    expect(calls.map(([, count]) => count)).toEqual([50, 50, 20]);
  });

  it("knows at once what was judged before", async () => {
    expect(await judge({ data: judgement("completed", ["horror"]) })).toEqual([["horror"]]);
    expect(time).toBe(0);
  });

  it("waits for the end and says what the text is refused for", async () => {
    const steps = [pending, { data: judgement("processing") }, { data: judgement("completed", ["hate"]) }];
    expect(await judge(...steps)).toEqual([["hate"]]);
    expect(calls.slice(1)).toEqual([
      ["get_moderations", { p_ids: [id] }],
      ["get_moderations", { p_ids: [id] }],
    ]);
  });

  it.each([
    ["failed", judgement("failed", null, "provider_failed")],
    ["was stopped", judgement("cancelled")],
    ["is gone", [null]],
  ])("does not let pass what nobody has judged because it %s", async (_, data) => {
    expect(await refusal(pending, { data })).toMatchObject({ code: "moderation_unavailable" });
  });

  it("takes a provider's refusal to look at it for a judgement", async () => {
    expect(await judge(pending, { data: judgement("failed", null, "content_flagged") })).toEqual([
      ["unsuitable"],
    ]);
  });

  it("gives up after twenty seconds, for all that it was asked", async () => {
    const patient = openJudge(answering({ data: judgement("completed", []) }, pending), ["en"], clock);
    time = 15_000;
    await patient(["one"]);
    await expect(patient(["two"])).rejects.toMatchObject({ code: "moderation_unavailable" });
    expect(time).toBeGreaterThan(19_000);
    expect(time).toBeLessThanOrEqual(20_000);
    expect(calls.length).toBeLessThan(40);
  });

  it("passes on what the database refuses", async () => {
    const limited = { data: null, error: { message: "rate_limited", code: "PT429", details: "", hint: "" } };
    expect(await refusal(limited)).toMatchObject({ code: "rate_limited" });
    const away = {
      data: null,
      error: { message: "connection failure", code: "08006", details: "", hint: "" },
    };
    expect(await refusal(pending, away)).toMatchObject({ code: "database_unavailable" });
    expect(await refusal(limited)).toBeInstanceOf(AppError);
  });
});
