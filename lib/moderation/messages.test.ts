import { expect, it } from "vitest";
import de from "../../messages/de.json" with { type: "json" };
import en from "../../messages/en.json" with { type: "json" };
import es from "../../messages/es.json" with { type: "json" };
import fr from "../../messages/fr.json" with { type: "json" };
import it_ from "../../messages/it.json" with { type: "json" };
import { categories } from "./categories.ts";

it.each(Object.entries({ fr, en, es, it: it_, de }))(
  "every category says kindly what to change in %s",
  (_, { moderation }) => {
    for (const category of categories) {
      expect(moderation[category].length, category).toBeGreaterThan(20);
      expect(moderation[category].length, category).toBeLessThan(200);
    }
  },
);
