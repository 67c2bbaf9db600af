import sharp from "sharp";
import type { Person } from "./people.ts";
import { call, sql, stack } from "./studio.ts";
import { type MadeDraft, newDraft } from "./universes.ts";

const words = [
  { fr: "baleine", en: "whale", es: "ballena", it: "balena", de: "Wal" },
  { fr: "crabe", en: "crab", es: "cangrejo", it: "granchio", de: "Krabbe" },
  { fr: "phoque", en: "seal", es: "foca", it: "foca", de: "Seehund" },
];

async function putPicture(who: Person, draftId: string, assetId: string): Promise<void> {
  const size = { width: 1024, height: 1024 };
  const body = await sharp({ create: { ...size, channels: 3, background: "#3f8fb5" } })
    .webp()
    .toBuffer();
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
 * cards show the same plain picture.
 */
export async function drawnDraft(who: Person, { name = "My ocean", count = 2 } = {}): Promise<MadeDraft> {
  const draft = await newDraft(who, { name, count });
  for (const names of words.slice(0, count))
    await call(who, "POST", `/api/drafts/${draft.id}/assets`, { concept: names.en, names });
  const [first] =
    await sql`select id from public.draft_assets where draft_id = ${draft.id} order by sort_order`;
  await putPicture(who, draft.id, first?.id);
  await sql`
    with own as (select v.* from public.draft_asset_versions v where v.asset_id = ${first?.id} and v.piece = 'image')
    insert into public.draft_asset_versions (asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt)
    select a.id, o.piece, o.sha256, o.storage_path, o.mime_type, o.size_bytes, o.width, o.height, ''
    from own o, public.draft_assets a where a.draft_id = ${draft.id} and a.id <> o.asset_id`;
  await sql`
    with made as (
      update public.draft_asset_versions v set origin = 'made', seed = 1, style = d.style,
        prompt = private.resolve_image_prompt(a.id)
      from public.draft_assets a join public.drafts d on d.id = a.draft_id
      where v.asset_id = a.id and a.draft_id = ${draft.id} returning v.id, v.asset_id)
    update public.draft_assets a set image_version_id = made.id, status = 'ready', progress = 100
    from made where made.asset_id = a.id`;
  await sql`select private.settle_draft(${draft.id})`;
  return draft;
}
