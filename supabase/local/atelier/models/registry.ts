import { hashOf } from "../queue/prediction.ts";
import { conceptsModel } from "./concepts.ts";
import { graphicModel } from "./graphic.ts";
import type { Model } from "./model.ts";
import { model3dModel } from "./model3d.ts";
import { moderationModel } from "./moderation.ts";
import { musicModel } from "./music.ts";
import { namesModel } from "./names.ts";
import { pictureModel } from "./picture.ts";
import { speechModel } from "./speech.ts";
import { textModel } from "./text.ts";
import { videoModel } from "./video.ts";

/** Every model of the Atelier; each file documents its input fields, which are also the published schema. */
const models: readonly Model[] = [
  pictureModel,
  conceptsModel,
  namesModel,
  musicModel,
  model3dModel,
  graphicModel,
  videoModel,
  textModel,
  speechModel,
  moderationModel,
];

const nameOf = (model: Model) => `${model.owner}/${model.name}`;

/** All models in the order of the catalogue. */
export function allModels(): readonly Model[] {
  return models;
}

/** The model of that `owner/name`, or null. */
export function findModel(name: string): Model | null {
  return models.find((model) => nameOf(model) === name) ?? null;
}

/** The 64 hexadecimal digits that name a model's only version: they change with its revision or its schema. */
export function versionOf(model: Model): string {
  const { revision, required, input, output } = model;
  return hashOf({ name: nameOf(model), revision, required, input, output });
}

/** The model that a `version` field means: 64 digits, `owner/name` or `owner/name:digits`; null when none does. */
export function findVersion(reference: string): Model | null {
  const [name, version] = reference.includes("/") ? reference.split(":", 2) : [null, reference];
  const found = models.find((model) => (name ? nameOf(model) === name : versionOf(model) === version));
  if (!found || (name && version !== undefined && versionOf(found) !== version)) return null;
  return found;
}
