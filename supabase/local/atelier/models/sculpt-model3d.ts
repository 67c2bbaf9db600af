import { randomInt } from "node:crypto";
import { readRecipe } from "../render/recipe-tag.ts";
import { findThing, makeModel3d } from "../solid/model-toy.ts";
import { followCheckpoint } from "./follow-checkpoint.ts";
import { readInputFile } from "./input-file.ts";
import type { RunContext } from "./model.ts";

const largestSeed = 2_147_483_647;

interface Model3dInput {
  concept?: string | null;
  prompt?: string | null;
  image?: string | null;
  seed?: number | null;
}

/** Sculpts the toy of one prediction and returns its file's reference. Throws a message when nothing names the thing. */
export async function sculpt(raw: Record<string, unknown>, context: RunContext): Promise<string> {
  const { concept, prompt, image, seed: wantedSeed } = raw as Model3dInput;
  if (!concept?.trim() && !prompt?.trim() && !image)
    throw new Error("Say what the model shows: a concept, a prompt or an image is needed.");
  const seed = wantedSeed ?? randomInt(largestSeed);
  context.log("Atelier: procedural soft toy, made on this machine");
  context.log(`Using seed: ${seed}`);
  const steps = 3;
  context.progress(0, steps);
  const { signal, stop } = followCheckpoint(context);
  try {
    const words = prompt ?? "";
    const isKnown = findThing(concept ?? undefined, words).concept !== null;
    const picture = image && !isKnown ? await readInputFile(image, "image", signal) : undefined;
    context.progress(1, steps);
    // A picture of ours says itself what it shows.
    const recipe = picture ? await readRecipe(picture).catch(() => null) : null;
    const { bytes, subject, made } = await makeModel3d(
      {
        concept: concept?.trim() || recipe?.concept,
        prompt: words || recipe?.prompt,
        seed,
        picture,
      },
      () => context.checkpoint(),
    );
    context.progress(2, steps);
    context.log(`Made a ${made} of ${subject.concept?.key ?? (subject.label || "the picture")}`);
    const reference = await context.file("model.glb", "model/gltf-binary", bytes);
    context.progress(steps, steps);
    return reference;
  } finally {
    stop();
  }
}
