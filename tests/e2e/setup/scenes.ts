import type { Person } from "./people.ts";
import { sql } from "./studio.ts";
import { type MadeDraft, newDraft } from "./universes.ts";

/**
 * A draft that stays as it is in the middle of being made: one card under way, one that failed, one waiting. No job
 * stands behind it, so nothing moves on while a page is looked at.
 */
export async function stoppedInTheMiddle(who: Person): Promise<MadeDraft> {
  const draft = await newDraft(who, { name: "Half an ocean", count: 3 });
  await sql`
    insert into public.draft_assets (draft_id, sort_order, concept, status, progress, error_code)
    values (${draft.id}, 0, 'whale', 'generating', 40, null), (${draft.id}, 1, 'crab', 'failed', 0, 'flagged'),
      (${draft.id}, 2, 'squid', 'pending', 0, null)`;
  await sql`
    insert into public.draft_asset_translations (asset_id, language, name)
    select a.id, t.language::public.language, t.name from public.draft_assets a join (values
      ('whale', 'fr', 'baleine'), ('whale', 'en', 'blue whale'), ('crab', 'fr', 'crabe'), ('crab', 'en', 'red crab')
    ) as t (concept, language, name) using (concept) where a.draft_id = ${draft.id}`;
  await sql`update public.drafts set status = 'generating', progress = 40 where id = ${draft.id}`;
  return draft;
}
