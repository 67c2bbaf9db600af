import { describe, expect, it } from "vitest";
import { preferredLanguage, storedLanguage } from "./language.ts";

describe("the language of a visitor", () => {
  it("is the best liked one that we have", () => {
    expect(preferredLanguage("pt-BR,pt;q=0.9,it;q=0.8,en;q=0.7")).toBe("it");
    expect(preferredLanguage("en;q=0.5, de-CH;q=0.9")).toBe("de");
  });

  it("is unknown where none is asked for, or one is refused", () => {
    expect(preferredLanguage(null)).toBeNull();
    expect(preferredLanguage("")).toBeNull();
    expect(preferredLanguage("fr;q=0, pt")).toBeNull();
  });

  it("is only stored as one of the five", () => {
    expect(storedLanguage("es")).toBe("es");
    expect(storedLanguage("pt")).toBeNull();
    expect(storedLanguage(undefined)).toBeNull();
  });
});
