import { sayPrompt, withSafety } from "../../../lib/contract/prompts.ts";
import type { Style } from "../../../lib/contract/styles.ts";

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

interface Painting {
  prompt: string;
  width: number;
  height: number;
  style?: Style | null | undefined;
  safety?: string | undefined;
}

/**
 * What models of pictures and graphics may be asked with beside the payload: `prompt` says the style in words,
 * `plain_prompt` does not, for those that take `style` by its name; and sides as named shape and megapixels.
 */
export function paintingParameters({ prompt, width, height, style, safety }: Painting) {
  return {
    plain_prompt: withSafety(prompt, safety),
    prompt: sayPrompt({ prompt, style, safety }),
    style: style ?? "soft",
    aspect_ratio: nearestShape(width, height),
    megapixels: width * height < 500_000 ? "0.25" : "1",
  };
}
