import { describe, expect, it } from "vitest";
import { sayStyle } from "../../lib/contract/prompts.ts";
import { styles } from "../../lib/contract/styles.ts";
import { nearestShape, paintingParameters } from "../../supabase/functions/generation-worker/painting.ts";

const usual = "A friendly whale, soft 3D picture-book illustration for young children, no text";

describe("the shape of a picture", () => {
  it("is the nearest that image models know by name", () => {
    expect([nearestShape(1200, 630), nearestShape(1240, 1754), nearestShape(512, 512)]).toEqual([
      "16:9",
      "2:3",
      "1:1",
    ]);
  });

  it("comes with the nearest of the two sizes that they know", () => {
    const megapixels = (width: number, height: number) =>
      paintingParameters({ prompt: "x", width, height }).megapixels;
    expect([
      megapixels(1024, 1024),
      megapixels(1024, 512),
      megapixels(512, 512),
      megapixels(640, 768),
    ]).toEqual(["1", "1", "0.25", "0.25"]);
  });
});

describe("the style of a picture", () => {
  it("is soft, and leaves the words as they are, where nothing else is asked for", () => {
    for (const style of [undefined, null, "soft"] as const)
      expect(paintingParameters({ prompt: usual, width: 1024, height: 1024, style })).toMatchObject({
        prompt: usual,
        plain_prompt: usual,
        style: "soft",
      });
  });

  it("takes the place of the usual one in our own words", () => {
    const said = sayStyle(usual, "watercolour");
    expect(said).toMatch(/^A friendly whale, .*watercolour.* for young children, no text$/);
    expect(said).not.toContain("3D");
  });

  it("is added to words that a teacher wrote, and kept from models that take it by its name", () => {
    const { prompt, plain_prompt, style } = paintingParameters({
      prompt: "a whale that reads",
      width: 512,
      height: 512,
      style: "papercut",
    });
    expect(prompt).toMatch(/^a whale that reads, .*paper-cut/);
    expect([plain_prompt, style]).toEqual(["a whale that reads", "papercut"]);
  });

  it("is said with other words for each style", () => {
    expect(new Set(styles.map((style) => sayStyle(usual, style))).size).toBe(styles.length);
  });
});

describe("the safety words", () => {
  const words = "Safe for young children.";
  const asked = (prompt: string) =>
    paintingParameters({ prompt, width: 512, height: 512, style: "papercut", safety: words });

  it("are the last that every model hears", () => {
    expect(asked("a whale that reads").plain_prompt).toBe(`a whale that reads. ${words}`);
    expect(asked("a whale that reads").prompt).toMatch(
      /^a whale that reads, layered paper-cut .*\. Safe for/,
    );
    expect(asked("A whale! ").plain_prompt).toBe(`A whale! ${words}`);
  });

  it("are nothing for a job from before there were any", () => {
    expect(paintingParameters({ prompt: "a whale", width: 512, height: 512 }).prompt).toBe("a whale");
  });
});
