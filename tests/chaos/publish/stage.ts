import type postgres from "postgres";
import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import type { Tools } from "../../../supabase/functions/_shared/tools.ts";
import { drain } from "../../../supabase/functions/generation-worker/drain.ts";
import type { OpenAtelier } from "../../../supabase/local/atelier/testing/open-atelier.ts";
import { ask } from "../../fixtures/ask.ts";
import type { Cast } from "../../fixtures/cast.ts";
import { finishedDraft } from "../../fixtures/engine.ts";
import type { Death } from "../../fixtures/mortal.ts";
import { openWorkshop, type Shelf } from "../../fixtures/worker.ts";

/** What children see of a universe. */
export interface Shown {
  release: number;
  background_color: string;
  assets: { image_path: string }[];
}

/** A published universe of which everything changes before each publication. */
export interface PublishStage {
  draftId: string;
  /** Whole tools, and the files that they read and write. */
  tools: Tools;
  shelf: Shelf;
  shown(): Promise<Shown | null>;
  /** Everything of the draft becomes another: its colour and the picture of every card. */
  changeAll(): Promise<void>;
  /** Changes all, asks for a publication and claims it, as the worker that is going to die does. */
  claimNext(): Promise<ClaimedJob>;
  /** As if the lease of whoever held the job had run out, and another worker had come. */
  anotherWorker(job: ClaimedJob): Promise<void>;
  /** What is wrong with this universe: it must be one release of the database, with every file in its place. */
  faultsOf(universe: Shown | null): Promise<string[]>;
}

/** Every point at which a worker that publishes so many cards, each with one file, can die. */
export function deathsOf(cards: number): Death[] {
  const calls: [call: string, times: number][] = [
    ["getMissingFiles", 1],
    ["copy", cards],
    ["noteCopies", 1],
    ["completeJob", 1],
  ];
  return calls.flatMap(([call, times]) =>
    Array.from({ length: times }, (_, at) => at + 1).flatMap((nth): Death[] => [
      { when: "before", call, nth },
      { when: "after", call, nth },
    ]),
  );
}

/** Sets one up for the owner of this cast, with its first release published. */
export async function openPublishStage(sql: postgres.Sql, cast: Cast, cards: number): Promise<PublishStage> {
  const nowhere = { url: "http://127.0.0.1:9" };
  const { tools, shelf } = openWorkshop(sql, { atelier: nowhere, receiver: nowhere } as OpenAtelier);
  const draftId = await finishedDraft(sql, cast.owner, cards);
  const [row] =
    await sql`select slug from public.universes u join public.drafts d on d.universe_id = u.id where d.id = ${draftId}`;

  const request = () =>
    ask<string>(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);

  async function changeAll(): Promise<void> {
    const mark = crypto.randomUUID().slice(0, 6);
    await sql`update public.drafts set background_color = ${`#${mark}`}, revision = revision + 1 where id = ${draftId}`;
    const changed = await sql`
      update public.draft_asset_versions v set sha256 = encode(sha256((v.id::text || ${mark})::bytea), 'hex'),
        storage_path = 'x/' || v.id || ${mark} || '.webp'
      from public.draft_assets a where a.id = v.asset_id and a.draft_id = ${draftId} returning v.storage_path`;
    for (const { storage_path } of changed) shelf.files.set(`draft-media/${storage_path}`, new Uint8Array(1));
  }

  await changeAll();
  await request();
  await drain(tools);

  return {
    draftId,
    tools,
    shelf,
    changeAll,
    shown: () =>
      ask<Shown | null>(sql, cast.anonymous, (db) => db`select public.get_universe(${row?.slug}) as answer`),
    async claimNext() {
      await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null, lease_expires_at = null
        where status in ('pending', 'processing')`;
      await changeAll();
      await request();
      const { jobs } = await tools.engine.getNextJobs("short-lived", 1, ["publish"]);
      return jobs[0] as ClaimedJob;
    },
    async anotherWorker({ id }) {
      await sql`update public.jobs set lease_expires_at = now() - interval '1 second' where id = ${id} and status = 'processing'`;
      await tools.engine.reapExpiredJobs();
      await sql`update public.jobs set run_at = now() where status = 'pending'`;
      await drain(tools);
    },
    async faultsOf(universe) {
      if (universe?.assets.length !== cards) return ["a card is missing"];
      const faults: string[] = [];
      const paths = universe.assets.map(({ image_path }) => image_path);
      if (!paths.every((path) => shelf.files.has(`published/${path}`)))
        faults.push("a picture is not in the public bucket");
      const [release] = await sql`
        select r.background_color, array_agg(a.image_path order by a.sort_order) as paths from public.releases r
        join public.release_assets a on a.release_id = r.id where r.number = ${universe.release} group by r.id`;
      if (release?.background_color !== universe.background_color || String(release?.paths) !== String(paths))
        faults.push("parts of several releases are shown at once");
      return faults;
    },
  };
}
