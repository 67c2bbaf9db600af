import { isMachine } from "../art/drawings.ts";
import type { EnvironmentName } from "../scene/environments/index.ts";
import { hangs } from "../scene/perch.ts";
import { flies, isAircraft, isBoat, isBust, isCelestial, runsOnRails, swims } from "../scene/traits.ts";
import { WHEELS } from "./joints/wheels.ts";
import * as creatures from "./moves/creatures.ts";
import * as fliers from "./moves/fliers.ts";
import type { Manner } from "./moves/move.ts";
import * as things from "./moves/things.ts";
import * as vehicles from "./moves/vehicles.ts";

const OWN: [manner: Manner, tokens: string][] = [
  [fliers.drift, "octopus jellyfish squid seahorse"],
  [creatures.scuttle, "crab lobster spider ant scorpion cricket beetle lady-beetle bug starfish"],
  [creatures.creep, "snail snake worm turtle lizard crocodile slug"],
  [
    creatures.waddle,
    "penguin duck goose owl baby-chick hatching-chick rooster turkey dodo hippopotamus nesting-dolls",
  ],
  [fliers.flutter, "butterfly"],
  [fliers.buzz, "honeybee fly fairy"],
  [fliers.flap, "dove eagle bat"],
  [vehicles.blast, "rocket space-shuttle"],
  [things.spin, "gear nut-and-bolt flying-disc"],
  [things.bounce, "soccer-ball basketball tennis volleyball baseball"],
  [things.ring, "alarm-clock bell telephone"],
  [
    things.sway,
    `palm-tree evergreen-tree deciduous-tree christmas-tree tulip rose blossom sunflower hibiscus cherry-blossom seedling
     potted-plant cactus four-leaf-clover ear-of-corn sheaf-of-rice leafy-green herb fire candle feather pirate-flag
     maple-leaf coral tornado`,
  ],
  [
    things.stand,
    `castle house barn school volcano mountain circus-tent ferris-wheel desert-island beach-with-umbrella windmill
     playground-slide bed bathtub couch-and-lamp door window world-map tower-crane mobile-crane crawler-crane`,
  ],
  [
    things.wobble,
    `red-apple carrot egg glass-of-milk pumpkin banana pineapple coconut mango treasure-chest anchor ring-buoy diving-mask
     spiral-shell oyster bone magic-wand crystal-ball gem-stone crown safety-vest mushroom chestnut nest-with-eggs
     telescope satellite-antenna moon-lander`,
  ],
  [
    creatures.breathe,
    "elephant rhinoceros gorilla mammoth bison sauropod walrus seal ox two-hump-camel hay-bale",
  ],
  [
    vehicles.work,
    "excavator mini-excavator drilling-rig telehandler cherry-picker concrete-pump forklift paver",
  ],
  [fliers.glide, "submarine"],
  [fliers.hover, "hot-air-balloon balloon parachute kite ghost cloud"],
  [vehicles.rock, "swan canoe"],
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
): Manner {
  const own = BY_TOKEN.get(token);
  if (isBust(token)) return creatures.nod;
  if (hangs(token)) return things.swing;
  if (environment === "sea" && !floating && !isCelestial(token)) return vehicles.rock;
  if (
    own &&
    !(floating && (own === creatures.scuttle || own === creatures.waddle || own === creatures.creep))
  )
    return own;
  if (isBoat(token)) return vehicles.rock;
  if (swims(token)) return floating ? fliers.swim : things.wobble;
  if (isAircraft(token)) return fliers.glide;
  if (isCelestial(token) || flies(token) || floating) return fliers.hover;
  if (isMachine(token) || token in WHEELS || runsOnRails(token)) return vehicles.drive;
  return themes.some((theme) => LIVELY.has(theme)) ? creatures.hop : things.wobble;
}
