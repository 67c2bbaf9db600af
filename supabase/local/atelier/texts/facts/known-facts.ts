import type { Language } from "../../art/catalogue.ts";
import animals from "./animals.json" with { type: "json" };
import clothesAndNature from "./clothes-and-nature.json" with { type: "json" };
import construction from "./construction.json" with { type: "json" };
import farm from "./farm.json" with { type: "json" };
import food from "./food.json" with { type: "json" };
import home from "./home.json" with { type: "json" };
import jungle from "./jungle.json" with { type: "json" };
import kinds from "./kinds.json" with { type: "json" };
import ocean from "./ocean.json" with { type: "json" };
import space from "./space.json" with { type: "json" };
import sportAndMusic from "./sport-and-music.json" with { type: "json" };
import talesAndPeople from "./tales-and-people.json" with { type: "json" };
import townAndWords from "./town-and-words.json" with { type: "json" };
import vehicles from "./vehicles.json" with { type: "json" };

/** True sentences about one thing: the first is for the smallest children, the others, if any, for bigger ones. */
export type Facts = Readonly<Record<Language, readonly string[]>>;

/** The facts by concept. */
export const conceptFacts: Readonly<Record<string, Facts>> = {
  ...animals,
  ...clothesAndNature,
  ...construction,
  ...farm,
  ...food,
  ...home,
  ...jungle,
  ...ocean,
  ...space,
  ...sportAndMusic,
  ...talesAndPeople,
  ...townAndWords,
  ...vehicles,
};

/** The facts by kind, true of many of its members: they name the kind and not the thing. */
export const kindFacts: Readonly<Record<string, Facts>> = kinds;
