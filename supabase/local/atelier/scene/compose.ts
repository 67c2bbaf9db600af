import { placeCompany } from "./company.ts";
import { ENVIRONMENTS, type EnvironmentName } from "./environments/index.ts";
import { balloons, cake } from "./feast.ts";
import { wearsHats } from "./headwear.ts";
import { placeHeroes } from "./heroes.ts";
import { createLight, type Light } from "./palette.ts";
import type { ParticleKind } from "./particles.ts";
import { createRandom, type Random } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { chooseSetting, recognisePlace, recogniseTheme } from "./setting.ts";
import { isSheltered, stack } from "./stack.ts";
import type { Cast, Place, Stage } from "./stage.ts";
import {
  bindColours,
  companionNouns,
  findNouns,
  findSubject,
  guessLanguage,
  type Subject,
} from "./subject.ts";
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
  const colours = bindColours(wishes.colours, nouns, subject, prompt, language);
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
  const feast = wishes.party ? [cake(stage, place)] : [];
  const company = [...feast, ...placeCompany(stage, place, asked)];
  if (wishes.balloons || wishes.party) company.push(...balloons(random, colours.get("balloon")));

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

function particlesFor(stage: Stage, place: Place, environment: EnvironmentName): ParticleKind | null {
  if (isSheltered(environment)) return place.particles ?? null;
  return stage.wishes.weather ?? place.particles ?? (stage.light.night ? "fireflies" : null);
}
