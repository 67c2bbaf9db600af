import { describe, expect, it } from "vitest";
import type { Asset } from "../drafts/schema.ts";
import { inverseOf, seenBy, withoutPatch, withPatch } from "./edits.ts";
import type { AssetPatch } from "./schema.ts";
import { whale } from "./testing/whale.ts";

const editOf = (patch: AssetPatch, before: Asset = whale) => ({
  id: whale.id,
  patch,
  before,
  expected: undefined,
});
/** What the database makes of a change and of the change that takes it back. */
const thereAndBack = (patch: AssetPatch) => {
  const after = withPatch(whale, patch);
  const { expected, ...back } = inverseOf(editOf(patch), after) ?? {};
  return { after, expected, back, again: withPatch(after, back) };
};

describe("what the editor saw", () => {
  it("is the card's own prompt, not the one that the universe gives it", () => {
    expect(seenBy(whale, { image_prompt: "x", names: { de: "Hai", es: "x" }, is_approved: true })).toEqual({
      image_prompt: null,
      names: { de: "Wal", es: null },
      is_approved: false,
    });
  });

  it("is nothing where the card says nothing in that language", () => {
    expect(seenBy(whale, { texts: { es: { story: "x" } } })).toEqual({ texts: { es: { story: null } } });
  });
});

describe("a change", () => {
  it("leaves what it does not name as it is, down to its identity", () => {
    const after = withPatch(whale, { names: { fr: "requin" } });
    expect(after.names).toEqual({ ...whale.names, fr: "requin" });
    expect(after.texts.de).toBe(whale.texts.de);
  });

  it("of a name forgets how the old one is said, unless it says so itself", () => {
    expect(withPatch(whale, { names: { de: "Hai" } }).texts.de).toMatchObject({
      speak_as: null,
      needs_review: false,
      alt_text: "Ein Wal.",
    });
    expect(withPatch(whale, { names: { de: "Wal" } }).texts.de?.speak_as).toBe("Waal");
    const said = withPatch(whale, { names: { de: "Hai" }, texts: { de: { speak_as: "Hei" } } });
    expect(said.texts.de?.speak_as).toBe("Hei");
  });

  it("that takes a name away takes its texts along", () => {
    const { names, texts } = withPatch(whale, { names: { de: null } });
    expect([names.de, texts.de]).toEqual([null, undefined]);
  });

  it("of the prompt is what the next picture is made from", () => {
    const after = withPatch(whale, { image_prompt: "A paper whale" });
    expect(after).toMatchObject({ image_prompt: "A paper whale", own_image_prompt: "A paper whale" });
  });
});

describe("taken back", () => {
  it.each<[string, AssetPatch]>([
    ["a name", { names: { de: "Hai", fr: "requin" } }],
    ["a name that was taken away, with all it said", { names: { de: null } }],
    ["a first name", { names: { es: "ballena" } }],
    ["a text", { texts: { de: { fun_fact: "Er singt.", alt_text: null } } }],
    ["approval and concept", { is_approved: true, concept: "shark" }],
  ])("%s is as it was", (_, patch) => {
    const { again } = thereAndBack(patch);
    expect({ ...again, texts: { de: again.texts.de } }).toEqual({
      ...whale,
      texts: { de: { ...whale.texts.de, needs_review: again.texts.de?.needs_review } },
    });
  });

  it("expects what the change has made, so that nobody's later word is lost", () => {
    expect(thereAndBack({ names: { de: null } })).toMatchObject({
      back: { names: { de: "Wal" }, texts: { de: { speak_as: "Waal", alt_text: "Ein Wal." } } },
      expected: { names: { de: null }, texts: { de: { speak_as: null, alt_text: null } } },
    });
  });

  it("cannot be what the page had never shown", () => {
    expect(inverseOf({ ...editOf({ names: { de: "Hai" } }), before: undefined }, whale)).toBeNull();
  });
});

describe("a change that was refused", () => {
  it("leaves the page, and the card is as it was", () => {
    const patch: AssetPatch = { names: { de: null }, image_prompt: "x", texts: { fr: { story: "y" } } };
    const { texts, ...rest } = withoutPatch(withPatch(whale, patch), editOf(patch));
    const { texts: before, ...unchanged } = whale;
    expect(rest).toEqual(unchanged);
    expect(texts.de).toEqual(before.de);
    expect(texts.fr?.story ?? null).toBeNull();
  });

  it("leaves alone what somebody else has made of it meanwhile", () => {
    const patch: AssetPatch = { names: { de: "Hai", fr: "requin" } };
    const shown = withPatch(withPatch(whale, patch), { names: { de: "Orka" } });
    expect(withoutPatch(shown, editOf(patch)).names).toMatchObject({ de: "Orka", fr: "baleine" });
  });
});
