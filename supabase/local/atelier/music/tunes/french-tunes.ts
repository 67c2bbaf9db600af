import type { Tune } from "./tune.ts";

/** Tunes first sung in France. */
export const frenchTunes: readonly Tune[] = [
  {
    key: "frere-jacques",
    titles: {
      fr: "Frère Jacques",
      en: "Brother John | Are you sleeping",
      es: "Martinillo | Fray Santiago",
      it: "Fra Martino campanaro",
      de: "Bruder Jakob",
    },
    source: "French, traditional; in print 1811 (La Clé du caveau)",
    meter: "4/4",
    pace: 1.12,
    themes: [],
    moods: ["joyful", "playful", "calm"],
    phrases: {
      A: { melody: "1 2 3 1 | 1 2 3 1", chords: "1 | 1" },
      B: { melody: "3 4 5:2 | 3 4 5:2", chords: "1 | 1" },
      C: { melody: "5:.5 6:.5 5:.5 4:.5 3 1 | 5:.5 6:.5 5:.5 4:.5 3 1", chords: "1 | 1" },
      D: { melody: "1 5, 1:2 | 1 5, 1:2", chords: "1 5 1 1 | 1 5 1 1" },
    },
    forms: ["ABCD", "ABCDCD", "ABCDABCD"],
  },
  {
    key: "vous-dirai-je-maman",
    titles: {
      fr: "Ah vous dirai-je maman",
      en: "Twinkle twinkle little star",
      es: "Estrellita dónde estás",
      it: "Brilla brilla una stellina",
      de: "Funkel funkel kleiner Stern | Morgen kommt der Weihnachtsmann",
    },
    source: "French, traditional; in print 1761 (Les Amusements d'une heure et demy)",
    meter: "4/4",
    pace: 1.2,
    themes: ["space", "night"],
    moods: ["calm", "dreamy", "joyful"],
    phrases: {
      A: { melody: "1 1 5 5 | 6 6 5:2 | 4 4 3 3 | 2 2 1:2", chords: "1 | 4 1 | 4 1 | 5 1" },
      B: { melody: "5 5 4 4 | 3 3 2:2", chords: "1 4 | 1 5" },
    },
    forms: ["A", "AA", "ABA", "ABBA"],
  },
  {
    key: "clair-de-la-lune",
    titles: { fr: "Au clair de la lune", en: "By the light of the moon", it: "Al chiaro di luna" },
    source: "French, traditional, 18th century",
    meter: "4/4",
    pace: 1.15,
    themes: ["space", "night"],
    moods: ["calm", "dreamy"],
    phrases: {
      A: { melody: "1 1 1 2 | 3:2 2:2 | 1 3 2 2 | 1:4", chords: "1 | 1 5 | 1 5 | 1" },
      B: { melody: "2 2 2 2 | 6,:2 6,:2 | 2 1 7, 6, | 5,:4", chords: "5 | 2 | 5 2 | 5" },
    },
    forms: ["A", "AA", "ABA", "AABA"],
  },
  {
    key: "pont-d-avignon",
    titles: {
      fr: "Sur le pont d'Avignon",
      en: "On the bridge of Avignon",
      es: "Sobre el puente de Aviñón",
      it: "Sul ponte di Avignone",
      de: "Auf der Brücke von Avignon",
    },
    source: "French, traditional; this melody in print 1853 (Adolphe Adam, 1803-1856)",
    meter: "4/4",
    pace: 1,
    themes: ["vehicles", "construction", "city", "party", "castle"],
    moods: ["joyful", "playful"],
    phrases: {
      A: {
        melody: "1:.5 1:.5 1 2:.5 2:.5 2 | 3:.5 4:.5 5:.5 1:.5 7,:.5 1:.5 2:.5 5,:.5",
        chords: "1 5 | 1 5",
      },
      a: {
        melody: "1:.5 1:.5 1 2:.5 2:.5 2 | 3:.5 4:.5 5:.5 1:.5 2:.5 7,:.5 1",
        chords: "1 5 | 1 5 1 1",
      },
    },
    forms: ["Aa", "AaAa"],
  },
  {
    key: "malbrough",
    titles: {
      fr: "Malbrough s'en va-t-en guerre",
      en: "For he's a jolly good fellow | The bear went over the mountain",
      es: "Mambrú se fue a la guerra",
    },
    source: "French, traditional; in print by 1783",
    meter: "6/8",
    pace: 1,
    themes: ["castle", "fairytale", "pirates", "horses", "mountain", "party"],
    moods: ["adventurous", "joyful", "playful"],
    phrases: {
      A: { melody: "~1 | 3:2 3 3 2 3 | 4:3 3:2 3", chords: "1 | 4 1" },
      B: { melody: "2:2 2 2 1 2 | 3:3 1:2 0", chords: "5 | 1" },
      C: { melody: "~1 | 3:2 3 3 2 3 | 4:3 6:2 6", chords: "1 | 4" },
      D: { melody: "5:2 5 4:2 2 | 1:3 1:2 0", chords: "1 5 | 1" },
    },
    forms: ["ABCD", "ABCDCD", "ABCDABCD"],
  },
];
