import type { Bending } from "./moves/move.ts";
import type { Raster } from "./raster.ts";
import type { Bend } from "./warp.ts";

const TURN = 2 * Math.PI;

/** How far each row or column of the raster is shifted at this moment; `facing` 1 has its head at the right. */
export function bendOf({ part, amount, phase }: Bending, raster: Raster, facing: 1 | -1): Bend {
  const { width, height } = raster;
  const most = amount * Math.max(width, height);
  const angle = TURN * phase;
  const along = (count: number, shift: (share: number) => number) =>
    Float32Array.from({ length: count }, (_, at) => most * shift(at / (count - 1)));
  switch (part) {
    case "tail":
      return {
        columns: along(width, (share) => {
          const far = facing === 1 ? 1 - share : share;
          return far ** 2 * Math.sin(angle - 1.8 * far);
        }),
      };
    case "arms":
      return { rows: along(height, (far) => far ** 2 * Math.sin(angle - 3.4 * far)) };
    case "wings":
      return {
        columns: along(
          width,
          (share) => Math.abs(2 * share - 1) ** 1.5 * -Math.sin(angle) + 0.25 * Math.sin(angle),
        ),
      };
    case "stem":
      return { rows: along(height, (share) => (1 - share) ** 1.6 * Math.sin(angle)) };
  }
}
