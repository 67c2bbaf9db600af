import { describe, expect, it } from "vitest";
import type { Draft } from "../drafts/schema.ts";
import { compareDrafts, fitsView, foldName } from "./match.ts";
import type { DraftSort, DraftView } from "./view.ts";

const draft = (parts: Partial<Draft>) =>
  ({
    id: "a",
    name: "Élan",
    names: { fr: "La forêt", en: "The wood", es: null, it: null, de: "Der Wald" },
    theme: "forest",
    template: "any",
    status: "ready",
    created_at: "2026-05-01T10:00:00.123456+00:00",
    updated_at: "2026-05-01T10:00:00.123456+00:00",
    ...parts,
  }) as Draft;

it.each([
  ["ÉLAN", "elan"],
  ["Œuf", "oeuf"],
  ["Straße", "strasse"],
  ["Ænigma Øl", "aenigma ol"],
  ["ﬁn Å", "fin a"],
])("folds %s to %s, as the database does", (text, folded) => {
  expect(foldName(text)).toBe(folded);
});

describe("a view shows a draft", () => {
  const fits = (view: Partial<DraftView>) => fitsView(draft({}), { sort: "newest", ...view });

  it("of the states and themes that it asks for", () => {
    expect(fits({})).toBe(true);
    expect(fits({ status: ["ready", "failed"], theme: ["any"] })).toBe(true);
    expect(fits({ status: ["failed"] })).toBe(false);
    expect(fits({ theme: ["jungle"] })).toBe(false);
  });

  it("with every word in its names or theme, whatever case and accents", () => {
    expect(fits({ search: " FORET elan " })).toBe(true);
    expect(fits({ search: "wald forest" })).toBe(true);
  });

  it("perhaps, when a word may stand on its cards", () => {
    expect(fits({ search: "giraffe" })).toBeNull();
    expect(fits({ search: "wald giraffe" })).toBeNull();
    expect(fits({ search: "giraffe", status: ["failed"] })).toBe(false);
  });
});

describe("drafts are sorted", () => {
  const old = draft({
    id: "old",
    names: { ...draft({}).names, de: "äpfel" },
    updated_at: "2026-05-09T10:00:00Z",
  });
  const middle = draft({
    id: "middle",
    created_at: "2026-05-02T10:00:00Z",
    names: { ...draft({}).names, de: "Zebra" },
  });
  const young = draft({
    id: "young",
    created_at: "2026-05-03T10:00:00Z",
    names: { ...draft({}).names, de: null },
    name: "Birne",
  });
  const sorted = (sort: DraftSort) =>
    [middle, young, old].sort((one, other) => compareDrafts(one, other, { sort }, "de")).map(({ id }) => id);

  it.each<[DraftSort, string[]]>([
    ["newest", ["young", "middle", "old"]],
    ["oldest", ["old", "middle", "young"]],
    ["updated", ["old", "young", "middle"]],
    ["name", ["old", "young", "middle"]],
  ])("by %s", (sort, ids) => {
    expect(sorted(sort)).toEqual(ids);
  });
});
