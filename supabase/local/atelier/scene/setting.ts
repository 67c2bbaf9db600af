import { foldWord } from "../art/catalogue.ts";
import type { EnvironmentName } from "./environments/index.ts";
import { HOMES, THEME_WORDS } from "./homes.ts";
import {
  flies,
  floatsOnWater,
  isAircraft,
  isBoat,
  isCelestial,
  isOfTheDesert,
  isWeather,
  runsOnRails,
  swims,
} from "./traits.ts";

/** Too large for any room or stage. */
const OUTDOORS = new Set([
  "castle",
  "circus-tent",
  "school",
  "house",
  "playground-slide",
  "ferris-wheel",
  "carousel-horse",
  "tent",
  "mountain",
  "fountain",
  "house-with-garden",
  "hut",
  "roller-coaster",
  "moon-rover",
]);

/** Not even a toy room holds these. */
const UP_HIGH = new Set(["kite", "parachute", "hot-air-balloon", "aerial-tramway"]);

/** At home in one place whatever the theme is, unless the theme is a room or a table. */
const OWN_PLACES: Record<string, EnvironmentName> = {
  submarine: "ocean",
  "water-wave": "sea",
  "ring-buoy": "sea",
  "snow-plough": "winter",
  skis: "winter",
  sled: "winter",
  snowman: "winter",
  "ice-skate": "winter",
  mountain: "meadow",
  rainbow: "meadow",
  fire: "forest",
  "desert-island": "sea",
  swan: "sea",
};

const THEME_OF_WORD = new Map(
  THEME_WORDS.flatMap(([theme, words]) => words.split(" ").map((word) => [word, theme] as const)),
);

/** The known theme a free theme text stands for, if any of its words tells. */
export function recogniseTheme(text: string): string | null {
  if (text in HOMES) return text;
  for (const word of foldWord(text).split(" ")) {
    const theme = THEME_OF_WORD.get(word);
    if (theme) return theme;
  }
  return null;
}

/** Places that a prompt may move its hero to, when it says so with a word for being somewhere. */
const PLACES = new Set(["jungle", "ocean", "space", "forest", "savanna", "desert", "beach", "farm"]);
const SOMEWHERE = new Set(
  "in im into auf am an unter dans en au aux sous sur under at on nel nella nello sotto alla al sulla bajo".split(
    " ",
  ),
);

/** The place a prompt puts its hero in (`dans la forêt`, `am Strand`), if it does. */
export function recognisePlace(prompt: string): string | null {
  const words = foldWord(prompt).split(" ");
  for (const [at, word] of words.entries()) {
    const theme = THEME_OF_WORD.get(word);
    if (!theme || !PLACES.has(theme)) continue;
    const before = words.slice(Math.max(0, at - 2), at);
    // The French and Spanish `a` needs its article: alone it is the English one.
    if (before.some((lead) => SOMEWHERE.has(lead)) || before.join(" ") === "a la") return theme;
  }
  return null;
}

/** Whether a theme of this key has a place of its own to be shown in. */
export function hasHome(theme: string): boolean {
  return theme in HOMES;
}

/** Where a figure of these themes is shown when the picture belongs to `theme` (null: its own first home). */
export function chooseSetting(token: string, themes: string[], theme: string | null): EnvironmentName {
  const home = HOMES[theme ?? themes[0] ?? ""] ?? HOMES[themes[0] ?? ""] ?? "podium";
  if (runsOnRails(token)) return "railway";
  if (UP_HIGH.has(token)) return "sky";
  if (isIndoors(home) && !OUTDOORS.has(token) && !isBoat(token)) return home;
  const own = OWN_PLACES[token];
  if (own) return own;
  if (isBoat(token)) return "sea";
  if (home === "ocean") return inTheOcean(token);
  if (home === "space") return home;
  if (swims(token) && home !== "beach") return "ocean";
  if (isCelestial(token)) return "sky";
  if (isAircraft(token)) return "sky";
  // Nobody but clouds, birds and what flies hangs in the air.
  if (home === "sky") return flies(token) || isWeather(token) ? "sky" : "meadow";
  if (OUTDOORS.has(token)) return "meadow";
  if (isOfTheDesert(token) && ["meadow", "street", "savanna"].includes(home)) return "desert";
  return home;
}

const SEASHORE = new Set(["desert-island", "beach-with-umbrella", "swan", "otter", "duck"]);

function inTheOcean(token: string): EnvironmentName {
  if (token === "penguin" || token === "polar-bear") return "winter";
  if (SEASHORE.has(token) || floatsOnWater(token) || flies(token)) return "sea";
  return "ocean";
}

function isIndoors(home: EnvironmentName): boolean {
  return home === "room" || home === "table";
}
