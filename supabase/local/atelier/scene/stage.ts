import type { FigurePose } from "../art/figure.ts";
import type { Light } from "./palette.ts";
import type { Random } from "./random.ts";
import type { Ridge } from "./shapes.ts";
import type { Wishes } from "./words.ts";

/** A box that is taken: left, top, right, bottom in picture units. */
export type Taken = [left: number, top: number, right: number, bottom: number];

/** Who a hero or companion is and how it is held, so that a video can move each in its own manner. */
export type Cast = { token: string; pose: FigurePose; hat?: string };

/** What an environment is told before it draws: the light, and where the hero will be. */
export type Stage = {
  random: Random;
  light: Light;
  wishes: Wishes;
  /** Art token of the hero: the landscape must not show a second one. */
  subject: string;
  /** Art tokens that must not appear. */
  unwanted: ReadonlySet<string>;
  heroX: number;
  sunX: number;
  sunY: number;
  /** Whether ground flowers may grow. */
  flowering: boolean;
  /** Boxes that companions must keep out of; environments add their own. */
  taken: Taken[];
  /** Those of the taken boxes that the heroes fill. */
  heroes: Set<Taken>;
  /** Boxes of things that lie about and of the frame: a guest the prompt names may stand there when nowhere else. */
  strewn: Taken[];
};

/** Drawn back to front; depth 0 is the far sky, 1 the hero, above 1 the frame in front of everything. */
export type Backdrop = { depth: number; svg: string };

export type Place = {
  backdrops: Backdrop[];
  /** Where a standing hero's feet are. */
  floor: number;
  /** The ground flowers grow on when asked for, if any. */
  ground: Ridge | null;
  /** How the hero is held: on the ground, in mid-water or mid-air, or in the waves. */
  medium: "ground" | "floating" | "waves";
  /** The foot of what stands beside the road, where there is one. */
  roadside?: number;
  /** What a floating hero floats in, when it is not water or the void, where everybody floats. */
  holds?: "air";
  /** Tokens that may keep the hero company, in no order. */
  company: string[];
  /** Height of the companions' ground, when it is not the hero's. */
  companyFloor?: number;
  companyScale?: number;
  /** Particles that belong to the place. */
  particles?: "bubbles" | "twinkle" | "leaves" | "confetti" | "snow";
  /** Strength of the glow behind the hero. */
  glow?: number;
  /** How far the drawn frame reaches in from the sides, where heroes would be hidden. */
  frame?: number;
  /** Colour of the wave drawn in front of a boat. */
  wave?: string;
};

export type Environment = (stage: Stage) => Place;

/** Keeps companions out of the box that stands on (x, y). */
export function take(stage: Stage, x: number, y: number, width: number, height: number): void {
  stage.strewn.push([x - width / 2, y - height, x + width / 2, y + 6]);
}

/** Whether a box standing on (x, y) is free of all that is taken. */
export function isFree(stage: Stage, x: number, y: number, width: number, height: number): boolean {
  return ![...stage.taken, ...stage.strewn].some(
    ([left, top, right, bottom]) =>
      x - width / 2 < right && x + width / 2 > left && y - height < bottom && y > top,
  );
}
