import { lighten } from "../art/colour.ts";
import { short } from "../art/paint.ts";
import type { Companion } from "./company.ts";
import type { Layer } from "./compose.ts";
import type { EnvironmentName } from "./environments/index.ts";
import type { Hero } from "./heroes.ts";
import { lettering } from "./lettering.ts";
import { strew } from "./scenery/landmarks.ts";
import { flowers } from "./scenery/plants.ts";
import { nightVeil, rainbow } from "./scenery/sky.ts";
import { glow, hill, level, ridge } from "./shapes.ts";
import type { Place, Stage } from "./stage.ts";
import type { Subject } from "./subject.ts";
import { waterline } from "./traits.ts";

/** Environments with walls: no weather inside, and the night stays outside the window. */
const INDOORS = new Set<EnvironmentName>(["table", "room", "podium"]);
const OUT_OF_WEATHER = new Set<EnvironmentName>([...INDOORS, "ocean", "space"]);

/** Whether neither rain nor night reaches the place. */
export function isSheltered(environment: EnvironmentName): boolean {
  return OUT_OF_WEATHER.has(environment);
}

/** The layers of a scene from back to front: the place, what the prompt adds, company, heroes, then the frame. */
export function stack(
  stage: Stage,
  place: Place,
  environment: EnvironmentName,
  heroes: Hero[],
  company: Companion[],
  subject: Subject,
): Layer[] {
  const { random, light, wishes } = stage;
  const backdrop = (depth: number, svg: string): Layer => ({ kind: "backdrop", depth, svg });
  const layers = place.backdrops
    .filter(({ depth }) => depth < 1)
    .map(({ depth, svg }) => backdrop(depth, svg));
  if (wishes.rainbow && !INDOORS.has(environment))
    layers.splice(
      2,
      0,
      backdrop(0.2, rainbow(512 + random.between(-120, 120), 690, random.between(430, 520))),
    );
  if (wishes.flowers && place.medium === "ground") layers.push(backdrop(0.82, bouquet(stage, place)));
  if (light.night && !isSheltered(environment)) layers.push(backdrop(0.82, nightVeil()));
  if (!subject.concept) layers.push(backdrop(0.6, lettering(subject.label, 512, 250, 860)));
  for (const { svg, shadow, x, y, size, flying, cast } of company) {
    const depth = flying ? 0.7 : 0.85;
    if (shadow) layers.push({ kind: "shadow", depth, svg: shadow, x, y, size });
    layers.push({ kind: "companion", depth, svg, x, y, size, floating: flying, cast });
  }
  const [first] = heroes;
  if (first) {
    const warm = light.night ? "#9fb0ff" : "#fff7d8";
    layers.push(
      backdrop(
        0.8,
        glow(stage.heroX, first.y - first.height * 0.5, first.size * 0.85, warm, place.glow ?? 0.42),
      ),
    );
  }
  for (const hero of heroes) {
    const { x, y, size, floating, cast } = hero;
    if (hero.perch) layers.push(backdrop(0.9, hero.perch));
    if (hero.shadow) layers.push({ kind: "shadow", depth: 0.9, svg: hero.shadow, x, y, size });
    const svg = `<g transform="translate(${short(hero.x)} ${short(hero.y)})">${hero.svg}</g>`;
    layers.push({ kind: "hero", depth: 0.9, svg, x, y, size, floating, cast });
  }
  if (place.wave && first && !first.floating) {
    const water = ridge(random, first.y - first.height * waterline(stage.subject), 6, 1.6);
    layers.push(backdrop(0.95, hill(water, lighten(place.wave, 0.25), light.tint("#1560b0"), "#fff", 0.75)));
  }
  for (const { depth, svg } of place.backdrops) if (depth >= 1) layers.push(backdrop(depth, svg));
  return layers;
}

/** Flowers all over the ground, and large ones on both sides of the heroes. */
function bouquet(stage: Stage, place: Place): string {
  const { random } = stage;
  const small = place.ground ? flowers(random, level(place.floor - 60), 60, 1010) : "";
  const large = strew(stage, 8, (at) => ({
    token: random.pick(["tulip", "rose", "blossom", "sunflower", "tulip"]),
    x: at % 2 ? random.between(690, 990) : random.between(34, 334),
    y: place.floor + random.between(-30, 90),
    size: random.between(110, 170),
  }));
  return small + large;
}
