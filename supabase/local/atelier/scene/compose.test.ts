import { describe, expect, it } from "vitest";
import { allConcepts } from "../art/catalogue.ts";
import { findIcon } from "../art/library.ts";
import { composeScene, type Layer } from "./compose.ts";
import { ENVIRONMENTS } from "./environments/index.ts";
import type { Recipe } from "./recipe.ts";
import { flies, swims } from "./traits.ts";

const svgOf = (layers: Layer[]) => layers.map(({ svg }) => svg).join("");
const tokensOf = (svg: string) => [...svg.matchAll(/@@([a-z0-9-]+)@/g)].map(([, token]) => token ?? "");
const heroesOf = (recipe: Recipe) => composeScene(recipe).layers.filter(({ kind }) => kind === "hero");
const companyOf = (recipe: Recipe) => composeScene(recipe).layers.filter(({ kind }) => kind === "companion");
const placeOf = (concept: string, theme?: string, prompt?: string) =>
  composeScene({ concept, theme, prompt, seed: 1 }).environment;

describe("a scene of every concept of the catalogue", () => {
  const scenes = allConcepts().map(({ key, themes }, seed) => ({
    key,
    scene: composeScene({ concept: key, theme: themes[0], seed }),
  }));

  it("has one hero inside the picture, of a size that can be seen", () => {
    for (const { key, scene } of scenes) {
      const heroes = scene.layers.filter(({ kind }) => kind === "hero");
      expect(heroes, key).toHaveLength(1);
      const [{ x = 0, y = 0, size = 0 } = {}] = heroes;
      expect(x, key).toBeGreaterThan(150);
      expect(x, key).toBeLessThan(874);
      expect(y, key).toBeGreaterThan(400);
      expect(y, key).toBeLessThan(1060);
      expect(size, key).toBeGreaterThan(300);
    }
  });

  it("is sound SVG of art that the archive holds", () => {
    const missing = new Set<string>();
    for (const { key, scene } of scenes) {
      const svg = svgOf(scene.layers);
      expect(svg, key).not.toMatch(/NaN|undefined|Infinity/);
      for (const token of tokensOf(svg)) if (!findIcon(token)) missing.add(token);
    }
    expect([...missing]).toEqual([]);
  });

  it("keeps every companion off the heroes", () => {
    for (const { key, scene } of scenes) {
      const [hero] = scene.layers.filter(({ kind }) => kind === "hero");
      for (const { x = 0, y = 0, size = 0 } of scene.layers.filter(({ kind }) => kind === "companion")) {
        const reach = Math.hypot(x - (hero?.x ?? 0), y - size / 2 - ((hero?.y ?? 0) - (hero?.size ?? 0) / 2));
        expect(reach, key).toBeGreaterThan(size * 0.5);
      }
    }
  });

  it("has no sea animal in the air and nobody in mid-air who cannot fly", () => {
    for (const { key, scene } of scenes) {
      if (["ocean", "space"].includes(scene.environment)) continue;
      for (const { kind, floating, cast } of scene.layers)
        if (kind !== "backdrop" && floating && cast) {
          expect(swims(cast.token), `${cast.token} over ${key}`).toBe(false);
          expect(flies(cast.token) || kind === "hero", `${cast.token} beside ${key}`).toBe(true);
        }
    }
  });

  it("is composed the same each time", () => {
    const recipe = { concept: "cow", theme: "farm", prompt: "with balloons", seed: 9 };
    expect(composeScene(recipe).layers).toEqual(composeScene(recipe).layers);
  });
});

describe("where a scene is set", () => {
  it("lets a free theme reach every kind of place", () => {
    const reached = [
      placeOf("lion", "la giungla"),
      placeOf("octopus", "Unterwasser"),
      placeOf("rocket", "el espacio"),
      placeOf("cow", "la ferme"),
      placeOf("butterfly", "mon jardin"),
      placeOf("unicorn", "le château des fées"),
      placeOf("bus", "les voitures"),
      placeOf("train", "Züge"),
      placeOf("excavator", "Baustelle"),
      placeOf("sailboat", "die Ferien am Strand"),
      placeOf("helicopter", "voitures"),
      placeOf("bear", "im Wald"),
      placeOf("fox", "l'hiver"),
      placeOf("zebra", "safari"),
      placeOf("crab", "la plage"),
      placeOf("camel", "das Leben in der Wüste"),
      placeOf("banana", "la fruta"),
      placeOf("teddy-bear", "i giocattoli"),
      placeOf("guitar", "la musique"),
    ];
    expect([...new Set(reached)].sort()).toEqual(Object.keys(ENVIRONMENTS).sort());
  });

  it.each(["train", "metro", "high-speed-train"])("puts the %s on rails whatever the theme is", (concept) => {
    for (const theme of ["vehicles", "toys", "die Stadt", "school", "things"])
      expect(placeOf(concept, theme)).toBe("railway");
  });

  it.each([
    ["gyroscope", "podium"],
    ["mug", "table"],
    ["toothbrush", "room"],
    ["bread", "table"],
    ["kite", "sky"],
    ["penguin", "winter"],
    ["submarine", "ocean"],
    ["cactus", "desert"],
  ])("shows a %s by itself in its own place, the %s", (concept, place) => {
    expect(placeOf(concept)).toBe(place);
  });

  it("goes where the prompt says, in five languages", () => {
    const goes = (prompt: string) => placeOf("cow", "farm", prompt);
    expect(goes("une vache dans la forêt")).toBe("forest");
    expect(goes("a cow on the beach")).toBe("beach");
    expect(goes("una vaca en el desierto")).toBe("desert");
    expect(goes("una mucca nello spazio")).toBe("space");
    expect(goes("eine Kuh im Dschungel")).toBe("jungle");
    expect(goes("a forest cow")).toBe("farm");
  });
});

describe("what a prompt asks of a scene", () => {
  it("seats a hat on a head, and lays it beside what has none", () => {
    const hatted = heroesOf({ prompt: "an elephant with a crown", seed: 1 });
    expect(tokensOf(svgOf(hatted))).toContain("crown");
    const car = { prompt: "a car with a crown", seed: 1 };
    expect(tokensOf(svgOf(heroesOf(car)))).not.toContain("crown");
    expect(tokensOf(svgOf(companyOf(car)))).toContain("crown");
  });

  it("finds room for every guest it names", () => {
    for (let seed = 0; seed < 12; seed++) {
      const guests = companyOf({ prompt: "a red tractor with a dog, a goose and a pumpkin", seed });
      const tokens = guests.map(({ cast }) => cast?.token);
      expect(tokens, `seed ${seed}`).toEqual(expect.arrayContaining(["dog-face", "goose", "pumpkin"]));
    }
  });

  it("takes no number for a thing", () => {
    expect(composeScene({ prompt: "deux renards", seed: 1 }).subject.concept?.key).toBe("fox");
    expect(composeScene({ prompt: "drei", seed: 1 }).subject.concept?.key).toBe("three");
    expect(
      companyOf({ prompt: "a bear and two bees", seed: 1 }).map(({ cast }) => cast?.token),
    ).not.toContain("keycap-2");
  });

  it("leaves out what must not appear", () => {
    const tokens = (avoid?: string) =>
      Array.from({ length: 12 }, (_, seed) =>
        companyOf({ concept: "cow", theme: "farm", prompt: "with balloons", seed, avoid }).map(
          ({ cast }) => cast?.token,
        ),
      ).flat();
    expect(tokens()).toContain("butterfly");
    expect(tokens("papillons")).not.toContain("butterfly");
    const hours = (avoid?: string) =>
      new Set(
        Array.from({ length: 6 }, (_, seed) => composeScene({ concept: "cow", seed, avoid }).light.time),
      );
    expect(hours()).toContain("night");
    expect(hours("keine Nacht")).not.toContain("night");
  });

  it("mirrors no number", () => {
    for (let seed = 0; seed < 4; seed++)
      expect(heroesOf({ concept: "two", seed })[0]?.cast?.pose.flip).toBe(false);
  });

  it("lets whoever dances leave the ground, its shadow staying there", () => {
    const feet = (prompt: string) =>
      heroesOf({ concept: "fox", theme: "forest", prompt, seed: 4 })[0]?.y ?? 0;
    expect(feet("ein Fuchs tanzt")).toBeLessThan(feet("ein Fuchs") - 30);
  });
});
