import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { languages } from "../contract/languages.ts";
import type { PageQuery } from "../contract/params.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import { type ComparedCard, compareReleases } from "./compare.ts";
import { publishedUrl } from "./published-url.ts";
import {
  gapSchema,
  type LookedAtRelease,
  type Publication,
  type Publish,
  type Release,
  releaseSchema,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

const releaseRecordSchema = releaseSchema
  .omit({ thumbnail_url: true })
  .extend({ thumbnail_path: z.string().nullable() });

function releaseOf(db: Db, { thumbnail_path, ...release }: z.infer<typeof releaseRecordSchema>): Release {
  return { ...release, thumbnail_url: publishedUrl(db, thumbnail_path) };
}

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

type Side = Parameters<typeof compareReleases>[1];

const publishedPicture = (db: Db, { image_path }: ComparedCard) =>
  publishedUrl(db, z.string().nullable().parse(image_path));

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
  return {
    missing,
    changes: compareReleases(before as Side | null, now as unknown as Side, {
      before: (card) => publishedPicture(db, card),
      after: ({ id }: ComparedCard) => urls.get(pictures[id] ?? "") ?? null,
    }),
    live: live && releaseOf(db, live),
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
  const { items, total } = z.object({ items: z.array(releaseRecordSchema), total: z.number() }).parse(data);
  return { items: items.map((item) => releaseOf(db, item)), total };
}

const lookedAtSchema = z.object({
  release: releaseRecordSchema,
  now: content,
  before: content.nullable(),
  since: z.number().nullable(),
});

/** A release of a draft and what it changed against the one before it. Throws `not_found`. */
export async function getRelease(db: Db, draftId: string, releaseId: string): Promise<LookedAtRelease> {
  const { data, error } = await db.rpc("get_release", { p_draft_id: draftId, p_release_id: releaseId });
  if (error) throw fromDatabase(error);
  const { release, now, before, since } = lookedAtSchema.parse(data);
  const picture = (card: ComparedCard) => publishedPicture(db, card);
  return {
    release: releaseOf(db, release),
    since,
    changes: compareReleases(before as Side | null, now as unknown as Side, {
      before: picture,
      after: picture,
    }),
  };
}

/** Shows this release from now on. Throws `not_found`, `forbidden`, `already_running`. */
export async function restoreRelease(db: Db, draftId: string, releaseId: string): Promise<Release> {
  const { data, error } = await db.rpc("restore_release", { p_draft_id: draftId, p_release_id: releaseId });
  if (error) throw fromDatabase(error);
  return releaseOf(db, releaseRecordSchema.parse(data));
}
