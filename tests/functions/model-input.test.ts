import { describe, expect, it } from "vitest";
import { jobTypes } from "../../lib/contract/jobs.ts";
import { canonicalJson } from "../../supabase/functions/_shared/digest.ts";
import { writeInstruction } from "../../supabase/functions/generation-worker/generators/generate-concepts.ts";
import { generatorOf, workTypes } from "../../supabase/functions/generation-worker/generators/registry.ts";
import { mapInput } from "../../supabase/functions/generation-worker/model-input.ts";
import { webhookAddress } from "../../supabase/functions/generation-worker/webhook-address.ts";

describe("the input of a model", () => {
  it("takes our parameters by name and everything else as it stands", () => {
    const mapping = { text: "$prompt", seed: "$seed", format: "webp", size: [1, 2] };
    const input = mapInput(mapping, { prompt: "a $seed", seed: 7, extra: 1 });
    expect(input).toEqual({ text: "a $seed", seed: 7, format: "webp", size: [1, 2] });
  });

  it("leaves out what there is none of", () => {
    expect(mapInput({ voice: "$voice", mood: "$mood", end: null }, { voice: null, mood: undefined })).toEqual(
      {
        end: null,
      },
    );
  });

  it("cannot be made from a parameter that does not exist", () => {
    expect(() => mapInput({ text: "$promt" }, { prompt: "x" })).toThrow("$promt");
    expect(() => mapInput({ text: "$constructor" }, { prompt: "x" })).toThrow("$constructor");
  });

  it("has one canonical form, whatever the order of its keys", () => {
    const one = { b: [1, { d: undefined, c: null }], a: "é" };
    expect(canonicalJson(one)).toBe('{"a":"é","b":[1,{"c":null}]}');
  });
});

describe("the address that the provider calls back", () => {
  it("carries the secret id of the prediction", () => {
    const embedded = { supabaseUrl: "http://127.0.0.1:54321", providerUrl: "http://127.0.0.1:54330/v1" };
    expect(webhookAddress("p", embedded)).toBe(
      "http://127.0.0.1:54321/functions/v1/replicate-webhook?prediction=p",
    );
  });

  it("is left out when a provider on the internet could not reach it", () => {
    const mixed = { supabaseUrl: "http://127.0.0.1:54321", providerUrl: "https://api.replicate.com/v1" };
    expect(webhookAddress("p", mixed)).toBeUndefined();
    expect(webhookAddress("p", { ...mixed, supabaseUrl: "https://x.supabase.co" })).toContain(
      "https://x.supabase.co/",
    );
  });
});

describe("what a language model is told", () => {
  const payload = {
    theme: 'sea "life"',
    template: "any",
    count: 4,
    instruction: "things",
    exclude: ["crab"],
    seed: 1,
  };

  it("names the theme, the number, what to leave out and the five languages", () => {
    const text = writeInstruction(payload);
    for (const part of ['"sea \\"life\\""', "exactly 4 ", '["crab"]', '"fr"', '"en"', '"es"', '"it"', '"de"'])
      expect(text).toContain(part);
  });

  it("says nothing of exclusions when there are none", () => {
    expect(writeInstruction({ ...payload, exclude: [] })).not.toContain("Do not use");
  });
});

describe("the worker", () => {
  it("takes the types that have a generator in turns, never a request, and judgements apart from them", () => {
    const apart = ["generate_universe", "moderate"];
    expect(workTypes.toSorted()).toEqual(jobTypes.filter((type) => !apart.includes(type)).toSorted());
    expect(generatorOf("moderate")).toBeTypeOf("function");
  });
});
