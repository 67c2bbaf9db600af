import { createHash } from "node:crypto";
import sharp from "sharp";
import { makeModel3d } from "../../../supabase/local/atelier/solid/model-toy.ts";
import type { Person } from "./people.ts";
import { call, sql, stack } from "./studio.ts";
import { type MadeDraft, newDraft } from "./universes.ts";

const words = [
  { fr: "baleine", en: "whale", es: "ballena", it: "balena", de: "Wal" },
  { fr: "crabe", en: "crab", es: "cangrejo", it: "granchio", de: "Krabbe" },
  { fr: "phoque", en: "seal", es: "foca", it: "foca", de: "Seehund" },
];

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024">
  <rect width="1024" height="1024" fill="#9fd3e6"/><ellipse cx="512" cy="560" rx="360" ry="210" fill="#2f6f94"/>
  <circle cx="300" cy="500" r="28" fill="#fff"/><path d="M820 540 1000 400v280z" fill="#24587a"/></svg>`;

async function putPicture(who: Person, draftId: string, assetId: string): Promise<void> {
  const body = await sharp(Buffer.from(drawing)).webp().toBuffer();
  const path = `/api/drafts/${draftId}/assets/${assetId}/files?piece=image`;
  const answer = await fetch(new URL(path, stack.status.studioUrl), {
    method: "POST",
    headers: { "content-type": "image/webp", authorization: `Bearer ${who.accessToken}` },
    body: new Uint8Array(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/**
 * A draft of up to three cards with names and pictures, as if models had made them, in a moment: none is asked, and all
 * cards show the same drawing.
 */
export async function drawnDraft(who: Person, { name = "My ocean", count = 2 } = {}): Promise<MadeDraft> {
  const draft = await newDraft(who, { name, count });
  for (const names of words.slice(0, count))
    await call(who, "POST", `/api/drafts/${draft.id}/assets`, { concept: names.en, names });
  const [first] =
    await sql`select id from public.draft_assets where draft_id = ${draft.id} order by sort_order`;
  await putPicture(who, draft.id, first?.id);
  await sql`
    insert into public.jobs (user_id, draft_id, asset_id, type, status, progress, started_at, completed_at)
    select ${who.id}, draft_id, id, 'generate_image', 'completed', 100, now(), now()
    from public.draft_assets where draft_id = ${draft.id}`;
  await sql`
    with own as (
      delete from public.draft_asset_versions v where v.asset_id = ${first?.id} returning v.*
    ), made as (
      insert into public.draft_asset_versions
        (asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, style, seed, job_id, prompt)
      select a.id, o.piece, o.sha256, o.storage_path, o.mime_type, o.size_bytes, o.width, o.height, d.style, 1, j.id,
        private.resolve_image_prompt(a.id)
      from own o, public.draft_assets a join public.drafts d on d.id = a.draft_id join public.jobs j on j.asset_id = a.id
      where d.id = ${draft.id} returning id, asset_id)
    update public.draft_assets a set image_version_id = made.id, status = 'ready', progress = 100
    from made where made.asset_id = a.id`;
  await sql`select private.settle_draft(${draft.id})`;
  return draft;
}

/** Gives a card a figure, as if it had been asked for. */
export async function putFigure(who: Person, draftId: string, assetId: string): Promise<void> {
  const { apiUrl, secretKey } = stack.status;
  const { bytes: glb } = await makeModel3d({ concept: "apple", prompt: "", seed: 3 }, async () => {});
  const sha256 = createHash("sha256").update(glb).digest("hex");
  const path = `${who.id}/${draftId}/${sha256}.glb`;
  const answer = await fetch(`${apiUrl}/storage/v1/object/draft-media/${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${secretKey}`,
      apikey: secretKey,
      "content-type": "model/gltf-binary",
    },
    body: new Uint8Array(glb),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  await sql`
    with figure as (
      insert into public.draft_asset_versions
        (asset_id, piece, origin, sha256, storage_path, mime_type, size_bytes, prompt)
      values (${assetId}, 'model3d', 'copied', ${sha256}, ${path}, 'model/gltf-binary', ${glb.length}, 'a whale')
      returning id)
    update public.draft_assets set model3d_version_id = figure.id from figure where draft_assets.id = ${assetId}`;
}
