import type { Random } from "../../scene/random.ts";
import type { PitchedVoice } from "../voices/names.ts";
import { type Ambience, colourOf } from "./colours.ts";
import { ensembles } from "./ensembles.ts";
import type { Genre, Mood } from "./words.ts";

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
  const colour = colourOf(theme);
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
