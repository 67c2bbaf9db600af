import { graphicPayloadSchema } from "../../../../lib/contract/worker.ts";
import { askModel } from "../ask-model.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** The shapes that image models at the provider take by name. */
const shapes = ["1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21"];

const ratioOf = (shape: string) => {
  const [width = 1, height = 1] = shape.split(":").map(Number);
  return width / height;
};

/** The named shape that is nearest to these sides, compared by the ratio of their ratios. */
export function nearestShape(width: number, height: number): string {
  const distance = (shape: string) => Math.abs(Math.log(ratioOf(shape) / (width / height)));
  return shapes.reduce((best, shape) => (distance(shape) < distance(best) ? shape : best));
}

/** Asks for the cover, poster or logo of a universe. */
export const generateGraphic: Generator = async (job, tools) => {
  const payload = readPayload(graphicPayloadSchema, job.payload);
  const aspect_ratio = nearestShape(payload.width, payload.height);
  return askModel(job, { parameters: { ...payload, aspect_ratio } }, tools);
};
