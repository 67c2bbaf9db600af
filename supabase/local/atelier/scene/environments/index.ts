import type { Environment } from "../stage.ts";
import { beach } from "./beach.ts";
import { buildingSite } from "./building-site.ts";
import { desert } from "./desert.ts";
import { farm, kingdom, meadow } from "./farm.ts";
import { forest } from "./forest.ts";
import { podium, room, table } from "./indoors.ts";
import { jungle } from "./jungle.ts";
import { ocean } from "./ocean.ts";
import { railway } from "./railway.ts";
import { savanna } from "./savanna.ts";
import { sea } from "./sea.ts";
import { inTheSky } from "./sky.ts";
import { space } from "./space.ts";
import { street } from "./street.ts";
import { winter } from "./winter.ts";

/** Every place a scene can be set in. */
export const ENVIRONMENTS = {
  jungle,
  ocean,
  space,
  farm,
  meadow,
  kingdom,
  street,
  railway,
  buildingSite,
  sea,
  sky: inTheSky,
  forest,
  winter,
  savanna,
  desert,
  beach,
  table,
  room,
  podium,
} satisfies Record<string, Environment>;

export type EnvironmentName = keyof typeof ENVIRONMENTS;
