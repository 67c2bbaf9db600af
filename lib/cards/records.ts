import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { withAddresses } from "../drafts/addresses.ts";
import { assetFiles } from "../drafts/files.ts";
import type { Asset } from "../drafts/schema.ts";
import { assetRecordSchema } from "./schema.ts";

/** Cards as the database answers them, with addresses of their files that are signed for an hour. */
export async function toAssets(db: SupabaseClient<Database>, records: unknown): Promise<Asset[]> {
  const cards = z.array(assetRecordSchema).parse(records);
  const texts = cards.flatMap((card) => Object.values(card.texts));
  const [assets, spoken] = await Promise.all([
    withAddresses(db, assetFiles, cards),
    withAddresses(db, ["speech"], texts),
  ]);
  texts.forEach((text, at) => {
    text.speech_url = spoken[at]?.speech_url ?? null;
  });
  return assets;
}
