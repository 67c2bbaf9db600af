import sharp from "sharp";
import type { Recipe } from "../scene/recipe.ts";

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

function isRecipe(value: unknown): value is Recipe {
  return typeof value === "object" && value !== null && "seed" in value && typeof value.seed === "number";
}
