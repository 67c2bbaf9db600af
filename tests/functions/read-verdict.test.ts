import { describe, expect, it } from "vitest";
import { categories } from "../../lib/moderation/categories.ts";
import { readVerdict } from "../../supabase/functions/_shared/read-verdict.ts";
import { moderationModel } from "../../supabase/local/atelier/models/moderation.ts";

const meanings = { S1: "violence", S8: null, S10: "hate", S12: "sexual" };
const read = (output: unknown) => readVerdict(output, { text: "any", languages: [], meanings }).categories;

describe("the answer of a safety model", () => {
  it.each(["safe", "\n\nsafe", "Safe\n", "**safe**"])("is fine when it is %j", (output) => {
    expect(read(output)).toEqual([]);
    expect(read([...output])).toEqual([]);
  });

  it("refuses for what its codes mean in our words, each once, as one text or in pieces", () => {
    expect(read("unsafe\nS1,S10")).toEqual(["violence", "hate"]);
    expect(read(["\n\n", "un", "safe", "\n", "S", "12"])).toEqual(["sexual"]);
    expect(read("unsafe\nS1\nS1, s12")).toEqual(["violence", "sexual"]);
  });

  it("is fine when all that it finds is harmless on a card", () => {
    expect(read("unsafe\nS8")).toEqual([]);
    expect(read("unsafe\nS8,S10")).toEqual(["hate"]);
  });

  it("refuses without a word of ours for a code without a meaning, and for none at all", () => {
    expect(read("unsafe\nS13")).toEqual(["unsuitable"]);
    expect(read("unsafe\nS13,S1")).toEqual(["unsuitable", "violence"]);
    expect(read("unsafe")).toEqual(["unsuitable"]);
  });

  it("may give its reasons in our own words, as the Atelier's does", async () => {
    const ask = (text: string) =>
      moderationModel.run(
        { text },
        {
          log: () => {},
          progress: () => {},
          file: () => Promise.reject(new Error("no file is made")),
          output: () => {},
          checkpoint: () => {},
        },
      );
    expect(read(await ask("a happy lion"))).toEqual([]);
    const found = read(await ask("a pistol and a cigarette"));
    expect(found.toSorted()).toEqual(["drugs", "weapons"]);
    for (const category of found) expect(categories).toContain(category);
    expect(read({ allowed: false })).toEqual(["unsuitable"]);
  });

  it.each([
    null,
    "",
    "I cannot help with that.",
    "unsafety",
    7,
    {},
    { allowed: "no" },
    ["http://a/b.webp"],
    [],
  ])("judges nothing when it is %j", (output) => {
    expect(() => read(output)).toThrowError(expect.objectContaining({ name: "JobFailure" }));
  });
});
