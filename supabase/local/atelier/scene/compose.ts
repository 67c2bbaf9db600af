import { lighten } from "../art/colour.ts";
import { figure } from "../art/figure.ts";
import { short } from "../art/paint.ts";
import { balloons, type Companion, placeCompany } from "./company.ts";
import { ENVIRONMENTS, type EnvironmentName } from "./environments/index.ts";
import { wearsHats } from "./headwear.ts";
import { type Hero, placeHeroes } from "./heroes.ts";
import { lettering } from "./lettering.ts";
import { createLight, type Light } from "./palette.ts";
import type { ParticleKind } from "./particles.ts";
import { createRandom, type Random } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { strew } from "./scenery/landmarks.ts";
import { flowers } from "./scenery/plants.ts";
import { nightVeil, rainbow } from "./scenery/sky.ts";
import { chooseSetting, recognisePlace, recogniseTheme } from "./setting.ts";
import { glow, hill, level, ridge } from "./shapes.ts";
import type { Cast, Place, Stage } from "./stage.ts";
import {
  bindColours,
  companionNouns,
  findNouns,
  findSubject,
  guessLanguage,
  type Subject,
} from "./subject.ts";
import { waterline } from "./traits.ts";
import { readWishes, type Wishes, withoutUnwanted } from "./words.ts";

/** One layer of a scene; a still stacks them, a video moves each by its depth and kind. */
export type Layer = {
  kind: "backdrop" | "shadow" | "hero" | "companion";
  /** 0 is the far sky, about 0.9 the hero, above 1 the frame in front. */
  depth: number;
  svg: string;
  /** Foot of a hero or companion in picture units (1024 by 1024), and its size. */
  x?: number;
  y?: number;
  size?: number;
  floating?: boolean;
  cast?: Cast;
};

export type Scene = {
  layers: Layer[];
  environment: EnvironmentName;
  light: Light;
  particles: ParticleKind | null;
  subject: Subject;
  seed: number;
};

/** Environments with walls: no weather inside, and the night stays outside the window. */
const INDOORS = new Set<EnvironmentName>(["table", "room", "podium"]);
const OUT_OF_WEATHER = new Set<EnvironmentName>([...INDOORS, "ocean", "space"]);
/** How much smaller the hero is for each number of guests. */
const GUEST_SHRINK = [1, 0.84, 0.74, 0.68];
const SIDES = ["right", "left", "centre"] as const;
const FRAMINGS = [1, 0.84, 1.16, 0.94];
/** Words for what a hero wears when it can, and what lies beside it when it cannot. */
const HATS = new Set(["crown", "hat", "top-hat", "cap"]);
/** The picture of a word nobody drew: a present, and the word itself. */
const UNKNOWN_ART = "wrapped-gift";

/** Composes the layers of a recipe: a pure function, in coordinates of 1024 by 1024 with some overscan. */
export function composeScene(recipe: Recipe): Scene {
  const prompt = recipe.prompt ?? "";
  const language = recipe.language ?? guessLanguage(prompt);
  const subject = findSubject(recipe.concept, prompt, language);
  const avoid = recipe.avoid ?? "";
  const wishes = withoutUnwanted(readWishes(prompt), readWishes(avoid));
  const unwanted = new Set(
    [...findNouns(avoid, language), ...findNouns(avoid, null)].map(({ concept }) => concept.art),
  );
  const nouns = findNouns(prompt, language);
  const colours = bindColours(wishes.colours, nouns, subject.concept, prompt, language);
  const token = subject.concept?.art ?? UNKNOWN_ART;
  const theme = recognisePlace(prompt) ?? recogniseTheme(recipe.theme ?? "") ?? recogniseTheme(prompt);
  const environment = subject.concept ? chooseSetting(token, subject.concept.themes, theme) : "podium";

  const turn = Math.abs(Math.floor(recipe.seed));
  const random = createRandom(`${subject.concept?.key ?? subject.label}|${environment}|${turn}`);
  const stage = setStage(random, turn, wishes, token, unwanted, environment);
  const place = ENVIRONMENTS[environment](stage);
  const asked = companionNouns(nouns, subject.concept)
    .filter(({ concept }) => !(wishes.hat && HATS.has(concept.key) && wearsHats(token)))
    .filter(({ concept }) => !(wishes.balloons && concept.key === "balloon"))
    .slice(0, 4)
    .map(({ concept }) => ({ token: concept.art, colour: colours.get(concept.key) }));
  const framing = FRAMINGS[(turn + Math.floor(turn / 3)) % FRAMINGS.length] ?? 1;
  const heroes = placeHeroes(stage, place, {
    // Guests need room, and so does the lettering of a word nobody drew.
    scale:
      (subject.concept ? 1 : 0.62) *
      (asked.length ? Math.min(framing, 1) * (GUEST_SHRINK[asked.length] ?? 0.66) : framing),
    flip: turn % 2 === 0,
    colour: subject.concept ? colours.get(subject.concept.key) : undefined,
    hatColour: colours.get(wishes.hat === "crown" ? "crown" : "hat"),
  });
  if (!subject.concept) stage.taken.push([60, 60, 964, 420]);
  const company = placeCompany(stage, place, asked);
  if (wishes.balloons || wishes.party) company.push(...balloons(random, colours.get("balloon")));
  if (wishes.party) company.push(cake(random, place));

  return {
    layers: stack(stage, place, environment, heroes, company, subject),
    environment,
    light: stage.light,
    particles: particlesFor(stage, place, environment),
    subject,
    seed: turn,
  };
}

/** The axes on which neighbouring seeds differ are dealt in turn, not drawn: chance alone gives near-twins. */
function setStage(
  random: Random,
  turn: number,
  wishes: Wishes,
  subject: string,
  unwanted: ReadonlySet<string>,
  environment: EnvironmentName,
): Stage {
  const light = createLight(random, turn, wishes, environment === "winter");
  const side = SIDES[(turn + Math.floor(turn / 6)) % SIDES.length];
  const heroX = (side === "centre" ? 512 : side === "left" ? 400 : 624) + random.between(-30, 30);
  return {
    random,
    light,
    wishes,
    subject,
    unwanted,
    heroX,
    sunX: Math.round(heroX > 512 ? random.between(150, 300) : random.between(730, 880)),
    sunY: Math.round(random.between(130, 220)),
    flowering: wishes.weather !== "snow" && !unwanted.has("blossom"),
    taken: [],
    heroes: new Set(),
    strewn: [],
  };
}

function stack(
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
  if (light.night && !OUT_OF_WEATHER.has(environment)) layers.push(backdrop(0.82, nightVeil()));
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

function particlesFor(stage: Stage, place: Place, environment: EnvironmentName): ParticleKind | null {
  if (OUT_OF_WEATHER.has(environment)) return place.particles ?? null;
  return stage.wishes.weather ?? place.particles ?? (stage.light.night ? "fireflies" : null);
}

function cake(random: Random, place: Place): Companion {
  const x = random.chance(0.5) ? 170 : 860;
  const y = place.floor + 40;
  const cast = { token: "birthday-cake", pose: {} };
  return {
    x,
    y,
    size: 200,
    flying: false,
    cast,
    svg: figure("birthday-cake", x, y, 200),
    shadow: "",
  };
}
