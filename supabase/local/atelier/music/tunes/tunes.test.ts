import { describe, expect, it } from "vitest";
import { allThemes } from "../../words/lexicon.ts";
import { chordAt } from "../compose/harmony.ts";
import { moods } from "../compose/words.ts";
import { wrap } from "../scale.ts";
import { beatsPerBar } from "../score.ts";
import { readPhrase } from "./notation.ts";
import { findTuneIn, suitableTunes, tunes } from "./tunes.ts";

const named = tunes.map((tune) => [tune.key, tune] as const);

describe("a nursery tune", () => {
  it("comes in at least fifteen kinds, each with where it is from and a year long ago", () => {
    expect(tunes.length).toBeGreaterThanOrEqual(15);
    for (const { source } of tunes) {
      const years = [...source.matchAll(/\b1[78]\d\d\b|\b19[01]\d\b/g)].map(([year]) => Number(year));
      expect(years.length + (source.includes("18th century") ? 1 : 0), source).toBeGreaterThan(0);
    }
  });

  it.each(named)("%s has full bars and comes home to the tonic", (_key, tune) => {
    for (const form of tune.forms) {
      const last = readPhrase(tune.phrases[form.at(-1) ?? ""] ?? { melody: "", chords: "" }, tune.meter);
      expect(wrap(last.melody.at(-1)?.degree ?? 1, 7)).toBe(0);
      expect(last.chords.at(-1)?.root).toBe(0);
    }
  });

  it.each(named)("%s fits its chords on the first beat of nearly every bar", (_key, tune) => {
    let [fitting, all] = [0, 0];
    for (const written of Object.values(tune.phrases)) {
      const { melody, chords } = readPhrase(written, tune.meter);
      for (const { at, degree } of melody) {
        if (at < 0 || at % beatsPerBar[tune.meter] > 1e-6) continue;
        // The seventh belongs to the dominant.
        const tones = chordAt(chords, at).root === 4 ? [0, 2, 4, 6] : [0, 2, 4];
        if (tones.includes(wrap(degree - chordAt(chords, at).root, 7))) fitting += 1;
        all += 1;
      }
    }
    expect(fitting / all).toBeGreaterThanOrEqual(0.85);
  });

  it.each(named)("%s knows only themes and moods that there are", (_key, tune) => {
    const keys = allThemes().map(({ key }) => key);
    expect(tune.themes.filter((theme) => !keys.includes(theme))).toEqual([]);
    expect(tune.moods.filter((mood) => !moods.some((known) => known === mood))).toEqual([]);
  });

  it.each([
    ["une comptine comme Frère Jacques", "frere-jacques"],
    ["Bruder Jakob, langsam", "frere-jacques"],
    ["estrellita, ¿dónde estás?", "vous-dirai-je-maman"],
    ["Nella vecchia fattoria", "old-macdonald"],
    ["Brahms' lullaby please", "wiegenlied"],
    ["a song about a bridge", undefined],
  ])("is found by its name in %s", (text, key) => {
    expect(findTuneIn(text)?.key).toBe(key);
  });

  it("is preferred where it is sung", () => {
    const fitOf = (language: "de" | "fr", key: string) =>
      suitableTunes("joyful", "farm", language).find(({ tune }) => tune.key === key)?.fit ?? 0;
    expect(fitOf("de", "alle-meine-entchen")).toBeGreaterThan(fitOf("de", "mary-had-a-little-lamb"));
    expect(fitOf("fr", "mary-had-a-little-lamb")).toBeGreaterThan(0);
    expect(suitableTunes("joyful", "space", "de").some(({ tune }) => tune.key === "old-macdonald")).toBe(
      false,
    );
  });

  it("cannot be written with a bar that is not full", () => {
    expect(() => readPhrase({ melody: "1 2 3", chords: "1" }, "4/4")).toThrow("does not fill 4/4");
    expect(() => readPhrase({ melody: "1 2 3 8", chords: "1" }, "4/4")).toThrow("not a note");
    expect(() => readPhrase({ melody: "1 2 3 4 | 1:4", chords: "1" }, "4/4")).toThrow("do not cover");
  });
});
