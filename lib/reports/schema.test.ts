import { expect, it } from "vitest";
import { outcomeOf } from "./schema.ts";

it("a report of what was hidden and is seen again says so; no other state changes by it", () => {
  const moment = "2026-11-22T09:00:00Z";
  expect(outcomeOf({ status: "open", shown_again_at: null })).toBe("open");
  expect(outcomeOf({ status: "dismissed", shown_again_at: null })).toBe("dismissed");
  expect(outcomeOf({ status: "upheld", shown_again_at: null })).toBe("upheld");
  expect(outcomeOf({ status: "upheld", shown_again_at: moment })).toBe("again");
});
