import { describe, expect, it } from "vitest";
import { readWish } from "./wish.ts";

describe("a wish for music", () => {
  it.each([
    ["calme", "calm"],
    ["tranquilo y suave", "calm"],
    ["dolce, per dormire", "calm"],
    ["ruhig", "calm"],
    ["rêveuse", "dreamy"],
    ["zauberhaft", "dreamy"],
    ["märchenhaft", "dreamy"],
    ["joyful", "joyful"],
    ["alegre", "joyful"],
    ["allegra", "joyful"],
    ["fröhlich", "joyful"],
    ["rigolote", "playful"],
    ["verspielt", "playful"],
    ["aventureuse", "adventurous"],
    ["abenteuerlich", "adventurous"],
    ["xyzzy", null],
  ])("hears the mood in %s: %s", (mood, meant) => {
    expect(readWish({ mood }).mood).toBe(meant);
  });

  it.each([
    ["berceuse", "lullaby"],
    ["ninna nanna", "lullaby"],
    ["Walzer", "waltz"],
    ["une valse", "waltz"],
    ["Marschmusik", "march"],
    ["marcha", "march"],
    ["música folclórica, folk", "folk"],
    ["électro pop", "electronic"],
    ["swing", "jazz"],
    ["klassisch", "classical"],
    ["au marché", null],
    [null, null],
  ])("hears the genre in %s: %s", (genre, meant) => {
    expect(readWish({ genre }).genre).toBe(meant);
  });

  it("takes a field of its own before the prompt, and the first mood of several", () => {
    expect(readWish({ mood: "calm", prompt: "a joyful tune" }).mood).toBe("calm");
    expect(readWish({ prompt: "dreamy harp and bells with soft waves, calm" }).mood).toBe("dreamy");
  });

  it("knows themes in any language, in the template, or in the prompt", () => {
    expect(readWish({ theme: "les engins de chantier" }).theme).toBe("construction");
    expect(readWish({ theme: "xyzzy", template: "ocean" }).theme).toBe("ocean");
    expect(readWish({ prompt: "Musik für den Bauernhof" }).theme).toBe("farm");
    expect(readWish({}).theme).toBeNull();
  });

  it("hears which instruments are named, and what is behind them", () => {
    expect(readWish({ prompt: "joyful ukulele and whistle, birds" })).toMatchObject({
      instruments: ["ukulele", "whistle"],
      ambience: "birds",
    });
    expect(readWish({ prompt: "harpe et clochettes, vagues" })).toMatchObject({
      instruments: ["harp", "celesta"],
      ambience: "waves",
    });
  });
});
