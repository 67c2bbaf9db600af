import type { JobType } from "../../../../lib/contract/jobs.ts";
import type { ClaimedJob } from "../../../../lib/contract/worker.ts";
import type { Tools } from "../../_shared/tools.ts";
import { generateConcepts } from "./generate-concepts.ts";
import { generateGraphic } from "./generate-graphic.ts";
import { generateImage } from "./generate-image.ts";
import { generateModel3d } from "./generate-model3d.ts";
import { generateMusic } from "./generate-music.ts";
import { generateSpeech } from "./generate-speech.ts";
import { generateText } from "./generate-text.ts";
import { generateVideo } from "./generate-video.ts";
import { moderate } from "./moderate.ts";
import { notify } from "./notify.ts";
import { publish } from "./publish.ts";
import { transcribe } from "./transcribe.ts";
import { translate } from "./translate.ts";

/**
 * Does one attempt at a job and says in a word how far it came. Throws JobFailure for a known failure, EngineRefusal
 * when the job is no longer its own, anything else for a surprise.
 */
export type Generator = (job: ClaimedJob, tools: Tools, signal: AbortSignal) => Promise<string>;

/** One file per type, by the same name; a request (`generate_universe`) is never claimed: it is its children. */
const generators: Partial<Record<JobType, Generator>> = {
  generate_concepts: generateConcepts,
  generate_text: generateText,
  generate_image: generateImage,
  generate_video: generateVideo,
  generate_music: generateMusic,
  generate_speech: generateSpeech,
  generate_model3d: generateModel3d,
  generate_graphic: generateGraphic,
  translate,
  transcribe,
  moderate,
  publish,
  notify,
};

/** What is claimed in turns. Judgements are not: somebody waits for them before a page. */
export const workTypes = (Object.keys(generators) as JobType[]).filter((type) => type !== "moderate");

/** Throws for a type that no worker takes. */
export function generatorOf(type: JobType): Generator {
  const generator = generators[type];
  if (!generator) throw new Error(`No generator for ${type}`);
  return generator;
}
