import type { Tune } from "./tune.ts";

/** Tunes first sung in German. */
export const germanTunes: readonly Tune[] = [
  {
    key: "wiegenlied",
    titles: {
      de: "Guten Abend gut Nacht | Brahms Wiegenlied",
      en: "Brahms' lullaby",
      fr: "Berceuse de Brahms",
      es: "Nana de Brahms | Canción de cuna de Brahms",
      it: "Ninna nanna di Brahms",
    },
    source: "Johannes Brahms (1833-1897), op. 49 no. 4, 1868",
    meter: "3/4",
    pace: 1.05,
    themes: [],
    moods: ["calm", "dreamy"],
    phrases: {
      A: {
        melody: "~3:.5 3:.5 | 5:1.5 3:.5 3 | 5:2 3:.5 5:.5 | 1' 7:1.5 6:.5 | 6 5 0",
        chords: "1 | 1 | 1 | 5",
      },
      B: {
        melody: "~2:.5 3:.5 | 4 2 2:.5 3:.5 | 4:2 2:.5 4:.5 | 7:.5 6:.5 5 7 | 1':2 0",
        chords: "5 | 5 | 5 | 1",
      },
      C: { melody: "~1:.5 1:.5 | 1':2 6:.5 4:.5 | 5:2 3:.5 1:.5 | 4 5 6 | 5:2 0", chords: "4 | 1 | 4 | 1" },
      D: { melody: "~1:.5 1:.5 | 1':2 6:.5 4:.5 | 5:2 3:.5 1:.5 | 4 3 2 | 1:2 0", chords: "4 | 1 | 5 | 1" },
    },
    forms: ["AB", "ABCD", "ABD"],
  },
  {
    key: "alle-meine-entchen",
    titles: { de: "Alle meine Entchen", en: "All my little ducklings", fr: "Tous mes petits canards" },
    source: "German, traditional, 19th century; in print by 1859",
    meter: "4/4",
    pace: 1.15,
    themes: ["farm", "pond", "birds", "animals", "baby-animals", "water", "spring"],
    moods: ["joyful", "playful", "calm"],
    phrases: {
      A: { melody: "1 2 3 4 | 5:2 5:2 | 6 6 6 6 | 5:4", chords: "1 | 1 | 4 | 1" },
      B: { melody: "6 6 6 6 | 5:4 | 4 4 4 4 | 3:2 3:2", chords: "4 | 1 | 5 | 1" },
      C: { melody: "2 2 2 2 | 1:4", chords: "5 | 1" },
    },
    forms: ["ABC", "ABCBC"],
  },
  {
    key: "haenschen-klein",
    titles: { de: "Hänschen klein", en: "Little Hans | Lightly row", fr: "Petit Hans" },
    source: "German, traditional melody, 18th century; words by Franz Wiedemann (1821-1882)",
    meter: "4/4",
    pace: 1.15,
    themes: ["travel", "forest", "boats", "school", "playground"],
    moods: ["joyful", "playful", "adventurous"],
    phrases: {
      A: { melody: "5 3 3:2 | 4 2 2:2 | 1 2 3 4 | 5 5 5:2", chords: "1 | 5 | 1 5 | 1" },
      a: { melody: "5 3 3:2 | 4 2 2:2 | 1 3 5 5 | 1:4", chords: "1 | 5 | 1 5 | 1" },
      B: { melody: "2 2 2 2 | 2 3 4:2 | 3 3 3 3 | 3 4 5:2", chords: "5 | 5 | 1 | 1" },
    },
    forms: ["Aa", "a", "ABa", "AaBa"],
  },
  {
    key: "kuckuck",
    titles: { de: "Kuckuck Kuckuck ruft's aus dem Wald", en: "Cuckoo calls from the wood" },
    source:
      "Austrian, traditional; in print by 1817. Words by August Heinrich Hoffmann von Fallersleben (1798-1874)",
    meter: "3/4",
    pace: 1,
    themes: ["forest", "birds", "spring", "nature", "garden"],
    moods: ["joyful", "playful", "calm"],
    phrases: {
      A: { melody: "5 3 0 | 5 3 0 | 2 1 2 | 1:2 0", chords: "1 | 1 | 5 | 1" },
      B: { melody: "2 2 3 | 4 2 0 | 3 3 4 | 5 3 0", chords: "5 | 5 | 1 | 1" },
      C: { melody: "5 3 0 | 5 3 0 | 4 3 2 | 1:2 0", chords: "1 | 1 | 5 | 1" },
    },
    forms: ["AC", "ABC", "ABCBC"],
  },
  {
    key: "summ-summ-summ",
    titles: { de: "Summ summ summ", en: "Buzz buzz buzz", fr: "Bourdonne abeille" },
    source:
      "Bohemian, traditional; with words by August Heinrich Hoffmann von Fallersleben (1798-1874) since 1843",
    meter: "4/4",
    pace: 1,
    themes: ["insects", "garden", "flowers", "spring", "summer", "nature"],
    moods: ["joyful", "playful"],
    phrases: {
      A: { melody: "5 4 3:2 | 2:.5 3:.5 4:.5 2:.5 1:2", chords: "1 5 1 1 | 5 1" },
      B: {
        melody: "3:.5 4:.5 5:.5 3:.5 2:.5 3:.5 4:.5 2:.5 | 3:.5 4:.5 5:.5 3:.5 2:.5 3:.5 4:.5 2:.5",
        chords: "1 5 | 1 5",
      },
    },
    forms: ["ABA", "ABAA", "ABABA"],
  },
  {
    key: "freude",
    titles: {
      de: "Freude schöner Götterfunken | Ode an die Freude",
      en: "Ode to joy",
      fr: "Hymne à la joie | Ode à la joie",
      es: "Himno a la alegría | Oda a la alegría",
      it: "Inno alla gioia",
    },
    source: "Ludwig van Beethoven (1770-1827), Symphony no. 9, 1824",
    meter: "4/4",
    pace: 1.15,
    themes: [],
    moods: ["joyful", "adventurous"],
    phrases: {
      A: { melody: "3 3 4 5 | 5 4 3 2 | 1 1 2 3 | 3:1.5 2:.5 2:2", chords: "1 | 1 5 | 1 | 1 5" },
      a: { melody: "3 3 4 5 | 5 4 3 2 | 1 1 2 3 | 2:1.5 1:.5 1:2", chords: "1 | 1 5 | 1 | 5 1" },
      B: { melody: "2 2 3 1 | 2 3:.5 4:.5 3 1 | 2 3:.5 4:.5 3 2 | 1 2 5,:2", chords: "5 1 | 5 1 | 5 | 1 5" },
    },
    forms: ["Aa", "ABa", "AaBa"],
  },
];
