import { describe, expect, it } from "vitest";
import { type Compared, type ComparedCard, compareReleases } from "./compare.ts";

const names = (en: string) => ({ fr: null, en, es: null, it: null, de: null });

function card(id: string, sort_order: number, change: Partial<ComparedCard> = {}): ComparedCard {
  const files = { image_path: `${id}.webp`, video_path: null, model3d_path: null, speech: { en: null } };
  return { id, sort_order, names: names(id), texts: { en: null }, ...files, ...change };
}

function universe(assets: ComparedCard[], change: Partial<Compared> = {}): Compared {
  const graphics = { cover_path: null, logo_path: null, poster_path: null, music_path: null };
  return {
    name: "Sea",
    names: names("Sea"),
    languages: ["en"],
    background_color: "#000000",
    ...graphics,
    assets,
    ...change,
  };
}

const deck = (ids: string) => universe([...ids].map((id, at) => card(id, at)));
const pictures = {
  before: ({ image_path }: ComparedCard) => `old/${image_path}`,
  after: ({ image_path }: ComparedCard) => `new/${image_path}`,
};
const compare = (live: Compared | null, now: Compared) => compareReleases(live, now, pictures);
const ids = (list: { asset_id: string }[]) => list.map(({ asset_id }) => asset_id).join("");

describe("a first release", () => {
  it("adds every card, and compares nothing with nothing", () => {
    const changes = compare(null, deck("ab"));
    expect(changes).toMatchObject({ removed: [], changed: [], moved: [], universe: [] });
    expect(changes.added).toEqual([
      { asset_id: "a", after: { sort_order: 0, names: names("a"), image_url: "new/a.webp" }, fields: [] },
      { asset_id: "b", after: { sort_order: 1, names: names("b"), image_url: "new/b.webp" }, fields: [] },
    ]);
  });
});

describe("the next release", () => {
  it("of an unchanged draft changes nothing", () => {
    expect(compare(deck("abc"), deck("abc"))).toEqual({
      added: [],
      removed: [],
      changed: [],
      moved: [],
      universe: [],
    });
  });

  it("names cards that come and go, and does not call those moved that make room", () => {
    const changes = compare(deck("abcd"), deck("xacd"));
    expect([ids(changes.added), ids(changes.removed), ids(changes.moved)]).toEqual(["x", "b", ""]);
    expect(changes.removed[0]).toEqual({
      asset_id: "b",
      before: { sort_order: 1, names: names("b"), image_url: "old/b.webp" },
      fields: [],
    });
  });

  it.each([
    ["abcde", "bcdea", "a"],
    ["abcde", "eabcd", "e"],
    ["abcde", "acbde", "c"],
    ["abcde", "edcba", "edcb"],
    ["abcdef", "bacdfe", "bf"],
  ])("of %s as %s moves the fewest cards: %s", (before, after, moved) => {
    const found = ids(compare(deck(before), deck(after)).moved);
    expect(found).toHaveLength(moved.length);
    const stayed = [...after].filter((id) => !found.includes(id));
    expect(stayed).toEqual([...before].filter((id) => stayed.includes(id)));
  });

  it("names the fields of a card that differ, as before and after", () => {
    const before = universe([card("a", 0), card("b", 1)]);
    const after = universe([
      card("a", 0, { names: names("whale"), image_path: "z.webp" }),
      card("b", 1, { speech: { en: "v.mp3" }, texts: { en: { alt_text: "A" } } }),
    ]);
    const { changed } = compare(before, after);
    expect(changed.map(({ asset_id, fields }) => [asset_id, fields])).toEqual([
      ["a", ["names", "image"]],
      ["b", ["texts", "speech"]],
    ]);
    expect(changed[0]).toMatchObject({
      before: { names: { en: "a" }, image_url: "old/a.webp" },
      after: { names: { en: "whale" }, image_url: "new/z.webp" },
    });
  });

  it("names what differs of the universe as a whole", () => {
    const other = { name: "Ocean", languages: ["en", "de"], music_path: "m.mp3" };
    expect(compare(deck("a"), universe([card("a", 0)], other)).universe).toEqual([
      "name",
      "languages",
      "music",
    ]);
  });
});
