import sharp from "sharp";
import { expect, it } from "vitest";
import { openCpuBudget } from "../../supabase/functions/_shared/cpu-budget.ts";
import { judges } from "../../supabase/functions/_shared/judge-file.ts";
import { meanOf } from "../../supabase/functions/_shared/mean-colour.ts";

/** Noise around a colour, so that the picture is no blank one; half of it is another colour. */
async function picture(format: "webp" | "png" | "jpeg", left = "#cc4400", right = "#0044cc") {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const half = async (background: string) =>
    sharp({ create: { width: 128, height: 256, channels: 3, background } })
      .composite([
        {
          input: await sharp({ create: { width: 128, height: 256, channels: 3, background, noise } })
            .greyscale()
            .png()
            .toBuffer(),
          blend: "soft-light",
        },
      ])
      .png()
      .toBuffer();
  const whole = sharp({ create: { width: 256, height: 256, channels: 3, background: "#000000" } }).composite([
    { input: await half(left), left: 0, top: 0 },
    { input: await half(right), left: 128, top: 0 },
  ]);
  return new Uint8Array(await whole.toFormat(format, { quality: 95 }).toBuffer());
}

const parts = (hex = "") => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

it.each(["webp", "png", "jpeg"] as const)(
  "tells the mean colour of a %s as another decoder does",
  async (format) => {
    const bytes = await picture(format);
    const { placeholder_color } = await judges.generate_image(bytes);
    const { channels } = await sharp(bytes).stats();
    for (const [at, part] of parts(placeholder_color).entries())
      expect(Math.abs(part - (channels[at]?.mean ?? 999)), `${placeholder_color} ${at}`).toBeLessThan(4);
  },
);

it("counts no pixel that cannot be seen, and knows no colour where none can", () => {
  expect(meanOf([255, 0, 0, 255, 0, 255, 0, 0])).toBe("#ff0000");
  expect(meanOf([255, 0, 0, 255, 0, 0, 255, 255])).toBe("#800080");
  expect(meanOf([255, 0, 0, 0])).toBeNull();
});

it("decodes no more pictures than fit into the CPU of one call, and takes the others as good without a colour", async () => {
  const bytes = await picture("webp");
  const { width = 0, height = 0 } = await judges.generate_image(bytes);
  const budget = openCpuBudget({ begin: 0, end: 2.5 * ((width * height) / 1e6) * 75 });
  const judged = [];
  for (let nth = 1; nth <= 4; nth += 1) judged.push(await judges.generate_image(bytes, budget));
  expect(judged.map(({ placeholder_color }) => placeholder_color !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(judged.map(({ mime_type }) => mime_type)).toEqual(Array(4).fill("image/webp"));
});

it("lets the event loop turn between pictures that come together", async () => {
  const bytes = await picture("webp");
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  }, 0);
  const judged = await Promise.all(Array.from({ length: 8 }, () => judges.generate_image(bytes)));
  clearInterval(count);
  expect(new Set(judged.map(({ placeholder_color }) => placeholder_color)).size).toBe(1);
  expect(turns).toBeGreaterThanOrEqual(4);
});
