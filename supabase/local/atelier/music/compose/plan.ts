import { createRandom, type Random } from "../../scene/random.ts";
import { registers } from "../parts/registers.ts";
import type { Key } from "../parts/voicing.ts";
import type { Mode } from "../scale.ts";
import type { Meter, Phrase } from "../score.ts";
import { readPhrase } from "../tunes/notation.ts";
import type { Tune } from "../tunes/tune.ts";
import { suitableTunes } from "../tunes/tunes.ts";
import { type Band, chooseBand } from "./bands.ts";
import { type Body, chooseForm, type Form } from "./form.ts";
import { inventPhrases } from "./invent.ts";
import { tempoRange } from "./tempo.ts";
import type { Wish } from "./wish.ts";
import { type Genre, type Mood, moods } from "./words.ts";

/** All that is decided about a piece before a note is written. */
export interface Plan {
  mood: Mood;
  genre: Genre;
  meter: Meter;
  key: Key;
  form: Form;
  band: Band;
  /** The tune that it is built on; null when the melody is invented. */
  tune: Tune | null;
  /** Share of a beat that its first eighth takes. */
  swing: number;
  seconds: number;
  seed: string;
}

const genresOfMood: Record<Mood, readonly Genre[]> = {
  calm: ["lullaby", "lullaby", "classical", "waltz"],
  dreamy: ["electronic", "classical", "lullaby", "waltz"],
  joyful: ["folk", "folk", "waltz", "electronic", "march"],
  playful: ["folk", "jazz", "march", "electronic", "waltz"],
  adventurous: ["march", "folk", "electronic", "classical"],
};

const moodOfGenre: Partial<Record<Genre, Mood>> = { lullaby: "calm", march: "adventurous", jazz: "playful" };

/** Themes whose music may come out of machines. Where there are plants and animals, hands play. */
const machineThemes = "space night robots science aircraft city sports vehicles trains".split(" ");

function drawGenre(mood: Mood, theme: string | null, random: Random): Genre {
  const isByHand = theme !== null && !machineThemes.includes(theme);
  return random.pick(genresOfMood[mood].filter((genre) => genre !== "electronic" || !isByHand));
}

/** Meters by genre, each as often as it is likely. */
const metersOfGenre: Record<Genre, readonly Meter[]> = {
  lullaby: ["3/4", "3/4", "6/8", "4/4"],
  waltz: ["3/4"],
  march: ["4/4", "4/4", "6/8"],
  folk: ["4/4", "4/4", "6/8", "3/4"],
  electronic: ["4/4"],
  jazz: ["4/4", "4/4", "4/4", "3/4"],
  classical: ["4/4", "3/4", "6/8"],
};

const modesOfMood: Record<Mood, readonly Mode[]> = {
  calm: ["major"],
  dreamy: ["lydian", "lydian", "major"],
  joyful: ["major", "major", "major", "mixolydian"],
  playful: ["major", "major", "mixolydian"],
  adventurous: ["major", "mixolydian", "dorian"],
};

/** Orders of invented phrases, the best first. */
const formsOfInvented = ["AaBa", "AaBaBa", "AaBaAaBa", "AaBa".repeat(3), "Aa"];
const shareOfTunes = 0.45;

function chooseTune(wish: Wish, mood: Mood, meters: readonly Meter[], random: Random): Tune | null {
  if (wish.tune) return wish.tune;
  const suitable = suitableTunes(mood, wish.theme, wish.language).filter(({ tune }) =>
    meters.includes(tune.meter),
  );
  const sum = suitable.reduce((total, { fit }) => total + fit, 0);
  if (sum === 0 || !random.chance(shareOfTunes)) return null;
  let left = random.between(0, sum);
  for (const { tune, fit } of suitable) {
    left -= fit;
    if (left <= 0) return tune;
  }
  return null;
}

function bodiesOfTune(tune: Tune): Body[] {
  const phrases: Record<string, Phrase> = {};
  for (const [letter, written] of Object.entries(tune.phrases))
    phrases[letter] = readPhrase(written, tune.meter);
  return tune.forms.toReversed().map((order) => ({ phrases, order }));
}

function invent(meter: Meter, mode: Mode, mood: Mood, seed: string): Body[] {
  const songs = ([4, 2] as const).map((cells) =>
    inventPhrases({ meter, mode, mood, cells }, createRandom(`${seed} melody ${cells}`)),
  );
  return formsOfInvented.flatMap((order) => songs.map((phrases) => ({ phrases, order })));
}

/** Decides everything about a piece of `seconds` from a wish; what the wish leaves open, the seed decides. */
export function planPiece(wish: Wish, seconds: number, seed: number): Plan {
  const name = `${seed} ${wish.theme} ${wish.mood} ${wish.genre}`;
  const random = createRandom(name);
  const drawn = random.pick(moods);
  const mood =
    wish.mood ?? (wish.genre ? (moodOfGenre[wish.genre] ?? "joyful") : drawn === "calm" ? "joyful" : drawn);
  const drawnGenre = drawGenre(mood, wish.theme, random);
  const genre =
    wish.genre ?? (wish.tune?.meter === "6/8" && drawnGenre === "electronic" ? "folk" : drawnGenre);
  const meters = metersOfGenre[genre];
  const drawnMeter = random.pick(meters);
  const drawnMode = random.pick(modesOfMood[mood]);
  const tune = chooseTune(wish, mood, meters, random);
  const meter = tune?.meter ?? drawnMeter;
  const mode: Mode = tune || genre === "lullaby" || genre === "waltz" ? "major" : drawnMode;
  const range = tempoRange(mood, genre, meter, tune?.pace ?? 1);
  const wanted = random.between(range[0], range[1]);
  const bodies = tune ? bodiesOfTune(tune) : invent(meter, mode, mood, name);
  const band = chooseBand(genre, mood, wish, random);
  // Voices that sound as written get a higher key, so that they stand above the accompaniment.
  const tonics = registers[band.lead] ? [59, 60, 62, 63, 64, 65] : [63, 64, 65, 67];
  return {
    mood,
    genre,
    meter,
    key: { tonic: random.pick(tonics), mode },
    form: chooseForm(bodies, meter, seconds, { wanted, range }),
    band,
    tune,
    swing:
      meter === "6/8" ? 0.5 : genre === "jazz" ? 0.64 : mood === "playful" && genre === "folk" ? 0.57 : 0.5,
    seconds,
    seed: name,
  };
}
