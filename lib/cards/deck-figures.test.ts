import { expect, test } from "vitest";
import { failuresByReason, stalePieces } from "./deck-figures.ts";

const failed = (id: string, error_code: string | null) => ({ id, error_code });

test("the most common reason comes first, each with its cards in their order", () => {
  const cards = [
    failed("whale", "content_flagged"),
    failed("crab", null),
    failed("squid", "provider_unreachable"),
    failed("eel", "provider_unreachable"),
  ];
  expect(failuresByReason(cards)).toEqual([
    { code: "provider_unreachable", cards: [cards[2], cards[3]] },
    { code: "content_flagged", cards: [cards[0]] },
  ]);
});

test("a deck that was made as asked has no reason to tell", () => {
  expect(failuresByReason([failed("whale", null)])).toEqual([]);
});

test("pictures are offered before the films that are made from them", () => {
  const whale = { id: "whale", stale: ["video", "image"] as ("video" | "image")[] };
  const crab = { id: "crab", stale: ["image"] as "image"[] };
  expect(stalePieces([whale, crab, { id: "eel", stale: [] }])).toEqual([
    { piece: "image", cards: [whale, crab] },
    { piece: "video", cards: [whale] },
  ]);
});
