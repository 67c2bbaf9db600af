import type { Random } from "../../scene/random.ts";
import type { PitchedVoice } from "../voices/names.ts";
import type { Genre, Mood } from "./words.ts";

/** What one hears far behind the music. */
export type Ambience = "birds" | "waves" | "crickets" | "wind" | "sparkle" | null;

/** Who plays. */
export interface Band {
  lead: PitchedVoice;
  answer: PitchedVoice;
  accompaniment: PitchedVoice;
  bass: PitchedVoice;
  pad: PitchedVoice | null;
  ambience: Ambience;
}

/** What a wish says about the band. */
interface BandWish {
  theme: string | null;
  instruments: readonly PitchedVoice[];
  ambience: Ambience;
}

interface Colour {
  themes: string;
  leads: readonly PitchedVoice[];
  accompaniments: readonly PitchedVoice[];
  ambience: Ambience;
}

/** The sound of places, by keys of themes. */
const colours: readonly Colour[] = [
  {
    themes: "jungle savanna zoo monkeys big-cats reptiles dinosaurs australia",
    leads: ["kalimba", "marimba", "flute"],
    accompaniments: ["marimba", "guitar", "kalimba"],
    ambience: "crickets",
  },
  {
    themes: "ocean beach boats pirates water pond",
    leads: ["vibraphone", "celesta", "accordion", "flute"],
    accompaniments: ["harp", "guitar", "vibraphone"],
    ambience: "waves",
  },
  {
    themes: "space night robots science aircraft",
    leads: ["soft-synth", "celesta", "vibraphone"],
    accompaniments: ["plucked-synth", "harp"],
    ambience: "sparkle",
  },
  {
    themes: "farm baby-animals horses pets garden vegetables fruit",
    leads: ["whistle", "clarinet", "accordion"],
    accompaniments: ["ukulele", "guitar", "pizzicato"],
    ambience: "birds",
  },
  {
    themes: "forest birds insects nature flowers spring summer camping mountain weather",
    leads: ["flute", "clarinet", "whistle", "kalimba"],
    accompaniments: ["guitar", "harp", "pizzicato"],
    ambience: "birds",
  },
  {
    themes: "vehicles construction trains two-wheels tools jobs rescue city",
    leads: ["clarinet", "marimba", "trumpet"],
    accompaniments: ["ukulele", "pizzicato", "piano"],
    ambience: null,
  },
  {
    themes: "polar winter christmas",
    leads: ["celesta", "glockenspiel", "music-box"],
    accompaniments: ["harp", "pizzicato", "piano"],
    ambience: "wind",
  },
  {
    themes: "circus party carnival halloween toys playground sweets easter",
    leads: ["glockenspiel", "accordion", "clarinet"],
    accompaniments: ["pizzicato", "ukulele", "piano"],
    ambience: null,
  },
  {
    themes: "castle fairytale autumn desert",
    leads: ["flute", "harp", "music-box"],
    accompaniments: ["harp", "guitar", "pizzicato"],
    ambience: null,
  },
];

interface Ensemble {
  leads: readonly PitchedVoice[];
  accompaniments: readonly PitchedVoice[];
  basses: readonly PitchedVoice[];
  pads: readonly (PitchedVoice | null)[];
}

/** Who plays which kind of music. */
const ensembles: Record<Genre, Ensemble> = {
  lullaby: {
    leads: ["music-box", "celesta", "kalimba", "flute", "vibraphone"],
    accompaniments: ["harp", "guitar", "kalimba"],
    basses: ["upright-bass"],
    pads: ["warm-pad", "strings"],
  },
  waltz: {
    leads: ["accordion", "clarinet", "music-box", "glockenspiel", "flute"],
    accompaniments: ["pizzicato", "piano", "harp", "ukulele"],
    basses: ["upright-bass"],
    pads: ["strings", null],
  },
  march: {
    leads: ["trumpet", "whistle", "clarinet", "glockenspiel"],
    accompaniments: ["pizzicato", "ukulele", "piano"],
    basses: ["tuba"],
    pads: [null, "strings"],
  },
  folk: {
    leads: ["whistle", "accordion", "flute", "kalimba", "clarinet", "marimba"],
    accompaniments: ["ukulele", "guitar"],
    basses: ["upright-bass"],
    pads: [null, "warm-pad"],
  },
  electronic: {
    leads: ["soft-synth", "glockenspiel", "celesta"],
    accompaniments: ["plucked-synth"],
    basses: ["synth-bass"],
    pads: ["warm-pad"],
  },
  jazz: {
    leads: ["clarinet", "vibraphone", "trumpet"],
    accompaniments: ["piano", "guitar"],
    basses: ["upright-bass"],
    pads: [null],
  },
  classical: {
    leads: ["flute", "strings", "clarinet", "harp", "piano"],
    accompaniments: ["piano", "harp", "pizzicato"],
    basses: ["upright-bass"],
    pads: ["strings"],
  },
};

const loudOnes: readonly PitchedVoice[] = ["trumpet", "accordion", "whistle", "strings"];
const brightOnes: readonly PitchedVoice[] = ["glockenspiel", "music-box", "celesta", "flute", "whistle"];

function choose(
  suitable: readonly PitchedVoice[],
  wished: readonly PitchedVoice[],
  random: Random,
  taken: readonly PitchedVoice[] = [],
): PitchedVoice {
  const free = suitable.filter((voice) => !taken.includes(voice));
  const both = free.filter((voice) => wished.includes(voice));
  return random.pick(both.length > 0 ? both : free.length > 0 ? free : suitable);
}

/** Voices that accompany; the others lead. */
const accompanists: readonly PitchedVoice[] = [
  "harp",
  "ukulele",
  "guitar",
  "pizzicato",
  "piano",
  "marimba",
  "kalimba",
];

/** Puts the instruments that somebody named into the band: the first that can lead, the first of the others that can follow. */
function seat(band: Band, named: readonly PitchedVoice[]): Band {
  const lead = named.find((voice) => !accompanists.includes(voice)) ?? named[0];
  const accompaniment = named.find((voice) => voice !== lead && accompanists.includes(voice));
  return {
    ...band,
    lead: lead ?? band.lead,
    accompaniment: accompaniment ?? band.accompaniment,
    answer: named.find((voice) => voice !== lead && voice !== accompaniment) ?? band.answer,
  };
}

/** Puts a band together for a genre, in the colours of a theme, with the instruments that were asked for. */
export function chooseBand(genre: Genre, mood: Mood, wish: BandWish, random: Random): Band {
  const { theme } = wish;
  const ensemble = ensembles[genre];
  const colour = colours.find(({ themes }) => theme !== null && themes.split(" ").includes(theme));
  const isGentle = mood === "calm" || mood === "dreamy";
  const leads = isGentle ? ensemble.leads.filter((voice) => !loudOnes.includes(voice)) : ensemble.leads;
  const wishedLeads = colour?.leads ?? [];
  // A colour of its own may join where the genre knows no such voice, except in bands that are known by their sound.
  const isOpen = genre === "folk" || genre === "lullaby" || genre === "classical";
  const joining = isOpen ? wishedLeads.filter((voice) => !isGentle || !loudOnes.includes(voice)) : [];
  const lead = choose([...new Set([...leads, ...joining])], wishedLeads, random);
  const accompaniment = choose(
    [...new Set([...ensemble.accompaniments, ...(isOpen ? (colour?.accompaniments ?? []) : [])])],
    colour?.accompaniments ?? [],
    random,
    [lead],
  );
  const answers = [...new Set([...leads, ...(isGentle ? brightOnes.slice(0, 3) : brightOnes)])];
  const band: Band = {
    lead,
    accompaniment,
    answer: choose(answers, wishedLeads, random, [lead, accompaniment]),
    bass: random.pick(ensemble.basses),
    pad: isGentle ? (ensemble.pads.find((pad) => pad !== null) ?? "warm-pad") : random.pick(ensemble.pads),
    ambience: wish.ambience ?? colour?.ambience ?? null,
  };
  return seat(band, wish.instruments);
}
