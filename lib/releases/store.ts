import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { languages } from "../contract/languages.ts";
import type { PageQuery } from "../contract/params.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import { mediaUrl } from "../universes/content.ts";
import { type ComparedCard, compareReleases } from "./compare.ts";
import { gapSchema, type Publication, type Publish, type Release, releaseSchema } from "./schema.ts";

type Db = SupabaseClient<Database>;

const releaseRecordSchema = releaseSchema
  .omit({ thumbnail_url: true })
  .extend({ thumbnail_path: z.string().nullable() })
  .transform(
    ({ thumbnail_path, ...release }): Release => ({
      ...release,
      thumbnail_url: mediaUrl(thumbnail_path),
    }),
  );

/**
 * Freezes a draft as it is at this moment and queues its publication. What is missing stops nobody, and is kept with
 * the release. Returns the id of the job. Throws `not_found`, `forbidden`, `already_running`, `nothing_to_publish`,
 * `prompt_blocked`.
 */
export async function requestPublish(
  db: Db,
  draftId: string,
  { visibility, notes, override_reason }: Publish,
): Promise<string> {
  if (notes || override_reason) await refuseUnsuitable(db, { notes, override_reason }, languages);
  const { data, error } = await db.rpc("request_publish", {
    p_draft_id: draftId,
    p_visibility: visibility,
    ...(notes ? { p_notes: notes } : {}),
    ...(override_reason ? { p_override_reason: override_reason } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

const card = z.looseObject({ id: z.string(), sort_order: z.number() });
const content = z.looseObject({ assets: z.array(card) });
const publicationRecordSchema = z.object({
  missing: z.array(gapSchema),
  now: content,
  before: content.nullable(),
  pictures: z.record(z.string(), z.string()),
  live: releaseRecordSchema.nullable(),
});

/** What a publication would change, and what is missing. Pictures of now are signed for an hour. Throws `not_found`. */
export async function getPublication(db: Db, draftId: string): Promise<Publication> {
  const { data, error } = await db.rpc("get_publication", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  const { missing, now, before, pictures, live } = publicationRecordSchema.parse(data);
  const paths = [...new Set(Object.values(pictures))];
  const signed =
    paths.length > 0
      ? await db.storage.from("draft-media").createSignedUrls(paths, 3600)
      : { data: [], error: null };
  if (signed.error)
    throw new AppError("database_unavailable", "Storage did not answer.", { cause: signed.error });
  const urls = new Map(signed.data.map(({ path, signedUrl }) => [path, signedUrl]));
  type Side = Parameters<typeof compareReleases>[1];
  return {
    missing,
    changes: compareReleases(before as Side | null, now as unknown as Side, {
      before: ({ image_path }) => mediaUrl(z.string().nullable().parse(image_path)),
      after: ({ id }: ComparedCard) => urls.get(pictures[id] ?? "") ?? null,
    }),
    live,
  };
}

/** What was published of a draft, newest first. Throws `not_found`. */
export async function listReleases(
  db: Db,
  draftId: string,
  { skip, limit }: PageQuery,
): Promise<{ items: Release[]; total: number }> {
  const { data, error } = await db.rpc("list_releases", {
    p_draft_id: draftId,
    p_skip: skip,
    p_limit: limit,
  });
  if (error) throw fromDatabase(error);
  return z.object({ items: z.array(releaseRecordSchema), total: z.number() }).parse(data);
}

/** Shows this release from now on. Throws `not_found`, `forbidden`, `already_running`. */
export async function restoreRelease(db: Db, draftId: string, releaseId: string): Promise<Release> {
  const { data, error } = await db.rpc("restore_release", { p_draft_id: draftId, p_release_id: releaseId });
  if (error) throw fromDatabase(error);
  return releaseRecordSchema.parse(data);
}
