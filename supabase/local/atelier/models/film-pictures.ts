import { randomInt } from "node:crypto";
import { readRecipe } from "../render/recipe-tag.ts";
import type { Recipe } from "../scene/recipe.ts";
import { makeFilm, type Subject } from "../video/make-film.ts";
import { readVoice } from "../video/voice.ts";
import { followCheckpoint } from "./follow-checkpoint.ts";
import { readInputFile } from "./input-file.ts";
import type { RunContext } from "./model.ts";
import { readTheme } from "./paint-pictures.ts";

const largestSeed = 2_147_483_647;
/** Frames from one line of progress to the next. */
const progressStep = 6;

interface VideoInput {
  image?: string | null;
  prompt?: string | null;
  concept?: string | null;
  theme?: string | null;
  seed?: number | null;
  duration?: number;
  resolution?: 720 | 1024;
  voice?: string | null;
}

/** Makes the film of one prediction and returns the reference of its MP4. Throws messages for people. */
export async function film(raw: Record<string, unknown>, context: RunContext): Promise<string> {
  const input = raw as VideoInput;
  const { duration: seconds = 4, resolution: size = 720 } = input;
  context.log("Atelier: procedural video, made on this machine");
  const { signal, stop } = followCheckpoint(context);
  try {
    const subject = await readSubject(input, context, signal);
    const voice = input.voice
      ? await readVoice(await readInputFile(input.voice, "voice", signal), seconds)
      : null;
    context.checkpoint();
    const bytes = await makeFilm({
      subject,
      seconds,
      size,
      voice,
      signal,
      onFrame(done, total) {
        context.checkpoint();
        if (done === total || done % progressStep === 0) context.progress(done, total);
      },
    });
    return await context.file("out.mp4", "video/mp4", bytes);
  } finally {
    stop();
  }
}

/** What to film: the picture's own scene, where it says how it was made, else the picture as it is, else a new scene. */
async function readSubject(input: VideoInput, context: RunContext, signal: AbortSignal): Promise<Subject> {
  const seed = input.seed ?? null;
  if (!input.image) {
    if (!input.concept && !input.prompt) throw new Error("Give an image, a concept or a prompt.");
    const recipe = recipeOf(input, seed ?? randomInt(largestSeed));
    context.log(`Using seed: ${recipe.seed}`);
    return { recipe };
  }
  const photo = await readInputFile(input.image, "picture", signal);
  const recipe = await readRecipe(photo).catch(() => null);
  if (recipe) {
    context.log(`Using seed: ${recipe.seed}`);
    context.log("The picture says how it was made: its scene comes alive");
    return { recipe };
  }
  context.log(`Using seed: ${seed ?? 0}`);
  context.log("The picture does not say how it was made: the camera goes over it");
  return { photo, prompt: input.prompt ?? "", seed: seed ?? 0 };
}

function recipeOf({ prompt, concept, theme }: VideoInput, seed: number): Recipe {
  const home = readTheme(theme);
  return {
    ...(prompt ? { prompt } : {}),
    ...(concept ? { concept } : {}),
    ...(home ? { theme: home } : {}),
    seed,
  };
}
