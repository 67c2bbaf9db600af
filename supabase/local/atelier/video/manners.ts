import { isMachine } from "../art/drawings.ts";
import type { EnvironmentName } from "../scene/environments/index.ts";
import { hangs } from "../scene/perch.ts";
import { flies, isAircraft, isBoat, isBust, isCelestial, runsOnRails, swims } from "../scene/traits.ts";
import { WHEELS } from "./joints/wheels.ts";
import * as moves from "./moves.ts";

const OWN: [manner: moves.Manner, tokens: string][] = [
  [moves.drift, "octopus jellyfish squid seahorse"],
  [moves.scuttle, "crab lobster spider ant scorpion cricket beetle lady-beetle bug starfish"],
  [moves.creep, "snail snake worm turtle lizard crocodile slug"],
  [
    moves.waddle,
    "penguin duck goose owl baby-chick hatching-chick rooster turkey dodo hippopotamus nesting-dolls",
  ],
  [moves.flutter, "butterfly"],
  [moves.buzz, "honeybee fly fairy"],
  [moves.flap, "dove eagle bat"],
  [moves.blast, "rocket space-shuttle"],
  [moves.spin, "gear nut-and-bolt flying-disc"],
  [moves.bounce, "soccer-ball basketball tennis volleyball baseball"],
  [moves.ring, "alarm-clock bell telephone"],
  [
    moves.sway,
    `palm-tree evergreen-tree deciduous-tree christmas-tree tulip rose blossom sunflower hibiscus cherry-blossom seedling
     potted-plant cactus four-leaf-clover ear-of-corn sheaf-of-rice leafy-green herb fire candle feather pirate-flag
     maple-leaf coral tornado`,
  ],
  [
    moves.stand,
    `castle house barn school volcano mountain circus-tent ferris-wheel desert-island beach-with-umbrella windmill
     playground-slide bed bathtub couch-and-lamp door window world-map tower-crane mobile-crane crawler-crane`,
  ],
  [
    moves.wobble,
    `red-apple carrot egg glass-of-milk pumpkin banana pineapple coconut mango treasure-chest anchor ring-buoy diving-mask
     spiral-shell oyster bone magic-wand crystal-ball gem-stone crown safety-vest mushroom chestnut nest-with-eggs
     telescope satellite-antenna moon-lander`,
  ],
  [
    moves.breathe,
    "elephant rhinoceros gorilla mammoth bison sauropod walrus seal ox two-hump-camel hay-bale",
  ],
  [
    moves.work,
    "excavator mini-excavator drilling-rig telehandler cherry-picker concrete-pump forklift paver",
  ],
  [moves.hover, "hot-air-balloon balloon parachute kite ghost cloud"],
  [moves.rock, "swan canoe"],
];
const BY_TOKEN = new Map(
  OWN.flatMap(([manner, tokens]) => tokens.split(/\s+/).map((token) => [token, manner] as const)),
);

/** Themes of living beings: they hop; things wobble. */
const LIVELY = new Set([
  "jungle",
  "ocean",
  "farm",
  "forest",
  "savanna",
  "pets",
  "polar",
  "birds",
  "insects",
  "dinosaurs",
  "fairytale",
  "jobs",
  "emotions",
]);

/** The manner of a figure in its surroundings; `floating` figures never stand on the ground. */
export function mannerOf(
  token: string,
  themes: string[],
  floating: boolean,
  environment: EnvironmentName,
): moves.Manner {
  const own = BY_TOKEN.get(token);
  if (isBust(token)) return moves.nod;
  if (hangs(token)) return moves.swing;
  if (environment === "sea" && !floating && !isCelestial(token)) return moves.rock;
  if (own && !(floating && (own === moves.scuttle || own === moves.waddle || own === moves.creep)))
    return own;
  if (isBoat(token)) return moves.rock;
  if (swims(token)) return floating ? moves.swim : moves.wobble;
  if (isAircraft(token)) return moves.glide;
  if (isCelestial(token) || flies(token) || floating) return moves.hover;
  if (isMachine(token) || token in WHEELS || runsOnRails(token)) return moves.drive;
  return themes.some((theme) => LIVELY.has(theme)) ? moves.hop : moves.wobble;
}
