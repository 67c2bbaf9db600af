import type { Concept } from "../art/catalogue.ts";
import { isDrawn, isMachine } from "../art/drawings.ts";
import { isBust, isCelestial } from "../scene/traits.ts";
import type { Swelling } from "./relief.ts";

const BALL: Swelling = { roundness: 1, thickest: 2, emboss: 0.5 };
const FRUIT: Swelling = { roundness: 0.92, thickest: 0.6, emboss: 0.7 };
const CREATURE: Swelling = { roundness: 0.82, thickest: 0.26, emboss: 0.75 };
const THING: Swelling = { roundness: 0.8, thickest: 0.15, emboss: 1 };
const FLAT: Swelling = { roundness: 0.6, thickest: 0.08, emboss: 1 };

const BALLS = words(
  `soccer-ball basketball tennis volleyball baseball bowling red-apple green-apple tangerine peach tomato melon coconut
   full-moon-face sun-with-face globe-showing-europe-africa mars jack-o-lantern pumpkin blowfish crystal-ball onion balloon chestnut
   egg`,
);
const FLAT_THINGS = words(
  `maple-leaf feather kite scissors key world-map open-book notebook straight-ruler triangular-ruler pirate-flag paperclip
   snowflake butterfly door window mirror t-shirt jeans dress coat shorts socks gloves scarf necktie ribbon pizza`,
);
/** Themes of living things and food, which are rounder than what people build. */
const ROUND_THEMES = words(
  `jungle ocean farm forest savanna pets polar birds insects dinosaurs emotions jobs fruit vegetables food sweets nature
   garden weather`,
);
const RIPE_THEMES = words("fruit vegetables");
/** Creatures drawn from the front, whose back shows no face. */
const FACES = words(
  `owl penguin teddy-bear hamster jack-o-lantern full-moon-face sun-with-face snowman ghost octopus baby-chick nesting-dolls
   hatching-chick alien-monster jellyfish gorilla orangutan sloth`,
);

/** How the art of a concept swells: balls round, animals plump, machines with flat sides, leaves and cloth thin. */
export function swellingOf({ art, themes }: Concept): Swelling {
  if (BALLS.has(art)) return BALL;
  if (FLAT_THINGS.has(art)) return FLAT;
  if (isMachine(art)) return THING;
  if (themes.some((theme) => RIPE_THEMES.has(theme))) return FRUIT;
  if (themes.some((theme) => ROUND_THEMES.has(theme)) && !isDrawn(art)) return CREATURE;
  return THING;
}

/** Whether what is drawn would look at one from behind as well. */
export function hasFace({ art, themes }: Concept): boolean {
  return (
    isBust(art) || themes.includes("emotions") || FACES.has(art) || (isCelestial(art) && art.includes("face"))
  );
}

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
