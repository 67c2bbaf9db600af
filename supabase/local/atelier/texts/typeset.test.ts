import { describe, expect, it } from "vitest";
import { quote, typeset } from "./typeset.ts";

describe("typesetting", () => {
  it("puts French no-break spaces before high marks and inside quotes", () => {
    expect(typeset("fr", "devine : c'est « lui » !")).toBe("Devine\u00a0: c’est «\u00a0lui\u00a0»\u202f!");
    expect(typeset("en", "guess: it's “him”!")).toBe("Guess: it’s “him”!");
  });

  it("begins every sentence with a capital, behind a Spanish mark too", () => {
    expect(typeset("es", "el león ruge. ¡el mono ríe!")).toBe("El león ruge. ¡El mono ríe!");
    expect(typeset("fr", "élan et ours. île et mer.")).toBe("Élan et ours. Île et mer.");
  });

  it("quotes as each language does", () => {
    expect((["fr", "en", "es", "it", "de"] as const).map((language) => quote(language, "a"))).toEqual([
      "« a »",
      "“a”",
      "«a»",
      "«a»",
      "„a“",
    ]);
  });
});
