import sharp from "sharp";
import { needsBody } from "../art/bodies/plush.ts";
import { isMachine, usualColour } from "../art/drawings.ts";
import { createRandom } from "../scene/random.ts";
import { bindColours, findNouns, findSubject, guessLanguage, type Subject } from "../scene/subject.ts";
import { readWishes } from "../scene/words.ts";
import { identify } from "../words/search.ts";
import { buildToy, type Toy } from "./build-toy.ts";
import { type Making, wholeFigure } from "./figure-piece.ts";
import { giftToy } from "./gift-toy.ts";
import { pictureToy } from "./picture-toy.ts";
import type { Piece } from "./piece.ts";
import { plushToy } from "./plush-toy.ts";
import { hasFace, swellingOf } from "./swelling-of.ts";

export type ModelRequest = {
  concept?: string | undefined;
  prompt?: string | undefined;
  seed: number;
  /** A picture to make a cushion of when nobody drew the concept. */
  picture?: Uint8Array | undefined;
};

export type Model3d = { bytes: Buffer; subject: Subject; made: "toy" | "cushion" | "gift" };

const SITE_COLOURS = ["#ffb81f", "#ffa51f", "#ffc42e", "#ff8f3a", "#ffd23e"];
const LARGEST_PICTURE = 768;

/**
 * Makes the GLB of a request: the same request always gives the same bytes. What nobody drew becomes a cushion of its
 * picture, else a present with the word on it. Throws what `checkpoint` throws, and when the picture cannot be read.
 */
export async function makeModel3d(request: ModelRequest, checkpoint: () => void): Promise<Model3d> {
  const prompt = request.prompt ?? "";
  const language = guessLanguage(prompt);
  const subject = findThing(request.concept, prompt);
  const { concept, label } = subject;
  const random = createRandom(`model3d|${concept?.key ?? label}|${request.seed}`);
  const wanted = readWishes(prompt).colours;
  const colours = bindColours(wanted, findNouns(prompt, language), subject, prompt, language);
  const isSiteYellow = concept && isMachine(concept.art) && isYellow(usualColour(concept.art));
  const making: Making = {
    colour: (concept && colours.get(concept.key)) ?? (isSiteYellow ? random.pick(SITE_COLOURS) : undefined),
    waves: random.chance(0.6),
    depth: random.between(0.9, 1.12),
    swelling: concept ? swellingOf(concept) : { roundness: 0.8, thickest: 0.3, emboss: 1 },
    back: concept && hasFace(concept) ? "plain" : "same",
  };
  const made = concept ? "toy" : request.picture ? "cushion" : "gift";
  const pieces = concept
    ? toyOf(concept.art, making)
    : request.picture
      ? pictureToy(await readPicture(request.picture), making)
      : giftToy(label, making);
  const name = concept?.key ?? (label || "gift");
  const toy: Toy = { name, pieces, extras: { concept: name, seed: request.seed, made } };
  return { bytes: await buildToy(toy, random, checkpoint), subject, made };
}

/** The parts of a plush body, or the whole thing in one. */
function toyOf(token: string, making: Making): Piece[] {
  return needsBody(token) ? plushToy(token, making) : [wholeFigure(token, making)];
}

/** What a model is of: the subject of a picture, else what a similar word means (`cerise` for `cerises`). */
export function findThing(concept: string | undefined, prompt: string): Subject {
  const subject = findSubject(concept, prompt, guessLanguage(prompt));
  if (subject.concept || !concept?.trim()) return subject;
  return { ...subject, concept: identify(concept) };
}

function isYellow(colour: string | undefined): boolean {
  return colour === "#ffb81f" || colour === "#ffa51f" || colour === "#ffc42e";
}

async function readPicture(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes)
    .rotate()
    .resize(LARGEST_PICTURE, LARGEST_PICTURE, { fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Error("The picture could not be read.");
    });
  return { data, width: info.width, height: info.height };
}
