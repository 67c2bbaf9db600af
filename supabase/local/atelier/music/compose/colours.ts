import { getTheme } from "../../words/lexicon.ts";
import type { PitchedVoice } from "../voices/names.ts";

/** What one hears far behind the music. */
export type Ambience = "birds" | "waves" | "crickets" | "wind" | "sparkle" | null;

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
    themes: "circus party halloween toys playground sweets easter",
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

/** The colour of a theme, else that of the nearest theme which has one. */
export function colourOf(theme: string | null): Colour | undefined {
  if (theme === null) return undefined;
  const keys = [theme, ...(getTheme(theme)?.near ?? [])];
  const found = keys.map((key) => colours.find(({ themes }) => themes.split(" ").includes(key)));
  return found.find((colour) => colour !== undefined);
}
