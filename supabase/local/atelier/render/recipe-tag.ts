import sharp from "sharp";
import { LANGUAGES } from "../art/catalogue.ts";
import { type Recipe, STYLES } from "../scene/recipe.ts";

const TEXTS = ["concept", "theme", "prompt", "avoid"] as const;

/** The EXIF text of a recipe: JSON in plain ASCII, because the tag keeps no other letters. */
export function recipeTag(recipe: Recipe): string {
  return JSON.stringify(recipe).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The recipe a picture of ours carries; null when it was stripped, or the picture came from elsewhere. */
export async function readRecipe(bytes: Uint8Array): Promise<Recipe | null> {
  const { exif } = await sharp(bytes).metadata();
  const text = exif?.toString("latin1").match(/\{"[\x20-\x7e]*\}(?=\0)/)?.[0];
  if (!text) return null;
  try {
    const recipe: unknown = JSON.parse(text);
    return isRecipe(recipe) ? recipe : null;
  } catch {
    return null;
  }
}

/** Anybody may write anything into a picture: what is not of a recipe's shape is none. */
function isRecipe(value: unknown): value is Recipe {
  if (typeof value !== "object" || value === null) return false;
  const { seed, style, language, ...texts }: Record<string, unknown> = { ...value };
  return (
    Number.isSafeInteger(seed) &&
    isOneOf(STYLES, style) &&
    isOneOf(LANGUAGES, language) &&
    TEXTS.every((name) => texts[name] === undefined || typeof texts[name] === "string")
  );
}

function isOneOf(choices: readonly string[], value: unknown): boolean {
  return value === undefined || choices.some((choice) => choice === value);
}
