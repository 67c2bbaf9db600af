import { filesOfKept, type Kept, openFiles } from "./kept.ts";

export interface Count {
  /** Cards whose every file is really here. */
  saved: number;
  total: number;
  /** Bytes that have yet to come, as far as their sizes are known. */
  missingBytes: number;
  /** Nothing is missing: neither a card nor what all of them need. */
  isWhole: boolean;
}

/** Counts what the device holds of a page, by looking for each file of it. */
export async function countSaved(kept: Kept): Promise<Count> {
  const files = await openFiles();
  const missing = new Set<string>();
  await Promise.all(
    [...new Set(filesOfKept(kept))].map(async (url) => {
      const answer = await files.match(url);
      if (!answer?.ok || (await answer.blob()).size === 0) missing.add(url);
    }),
  );
  const { cards, shared } = kept.plan;
  const sizes = new Map(
    [...shared, ...cards.flatMap((card) => card.files)].map((file) => [file.url, file.bytes]),
  );
  return {
    saved: cards.filter((card) => card.files.every(({ url }) => !missing.has(url))).length,
    total: cards.length,
    missingBytes: [...missing].reduce((sum, url) => sum + (sizes.get(url) ?? 0), 0),
    isWhole: missing.size === 0,
  };
}
