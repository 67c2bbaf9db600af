import { describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { receive } from "../../supabase/functions/replicate-webhook/receive.ts";
import {
  atelier,
  conceptsJob,
  draftId,
  later,
  makeConcepts,
  paid,
  predictionsOf,
  setStage,
  sql,
  sweepUntilDone,
  tools,
  untilSucceeded,
} from "../fixtures/worker-stage.ts";

setStage();

/** The webhooks that the provider has sent about this prediction of ours, oldest first. */
const messagesAbout = (id: string) =>
  atelier.receiver.deliveries.filter(({ path }) => path.endsWith(`?prediction=${id}`));
const statusesOf = (id: string) => messagesAbout(id).map(({ prediction }) => prediction.status);
const hear = (id: string, body: string) => receive(id, body, tools);

/** Submits the concepts job and waits for the message that says how it ended. */
async function submitAndWait(
  status = "succeeded",
): Promise<{ id: string; jobId: string; external_id: string }> {
  await drain(tools);
  const { id: jobId } = await conceptsJob();
  const [{ id, external_id } = {}] = await predictionsOf(jobId);
  await expect.poll(() => statusesOf(id)).toContain(status);
  return { id, jobId, external_id };
}

const effects = async () => {
  const [row] = await sql`
    select j.status, j.progress, (select count(*)::int from public.job_events e where e.job_id = j.id and e.event = 'completed') as ends,
      (select count(*)::int from public.draft_assets where draft_id = ${draftId}) as cards
    from public.jobs j where j.draft_id = ${draftId} and j.type = 'generate_concepts'`;
  return row;
};
const once = { status: "completed", progress: 100, ends: 1, cards: 2 };

describe("a webhook", () => {
  it("completes its job", async () => {
    const { id } = await submitAndWait();
    for (const { body } of messagesAbout(id)) await hear(id, body);
    expect(await effects()).toEqual(once);
  });

  it("has one effect when it comes a hundred times at once, and so have late ones out of order", async () => {
    await atelier.order({ kind: "webhook-reorder", times: 1 });
    const { id } = await submitAndWait();
    await expect.poll(() => statusesOf(id).slice(-2)).toEqual(["succeeded", "processing"]);
    const [last, late] = messagesAbout(id)
      .slice(-2)
      .map(({ body }) => body) as [string, string];
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => hear(id, last)));
    expect(outcomes.filter((outcome) => outcome === "completed")).toHaveLength(1);
    for (const body of [late, last, JSON.stringify({ ...JSON.parse(last), status: "failed" })])
      expect(await hear(id, body)).toBe("not_current");
    expect(await effects()).toEqual(once);
    expect(await predictionsOf((await conceptsJob()).id)).toMatchObject([{ status: "succeeded" }]);
  });

  it("that comes before the answer to our request is matched to its job and not lost", async () => {
    await atelier.order({ kind: "answer-last", times: 1, delayMs: 4000 });
    const draining = drain(tools);
    const prediction = async () => (await predictionsOf((await conceptsJob()).id))[0];
    await expect.poll(async () => statusesOf((await prediction())?.id)).toContain("succeeded");
    const before = await prediction();
    expect(before).toMatchObject({ status: "submitting", external_id: null });
    const { body = "" } = messagesAbout(before?.id).at(-1) ?? {};
    expect(await hear(before?.id, body)).toBe("completed");
    await draining;
    expect(await effects()).toEqual(once);
    expect(await paid()).toBe(1);
  });

  it("that never comes is made up for by the sweep", async () => {
    await atelier.order({ kind: "webhook-never" });
    await drain(tools);
    const { id } = await conceptsJob();
    const [prediction] = await predictionsOf(id);
    await untilSucceeded(prediction?.external_id);
    expect(await sweepUntilDone(id)).toBe("completed");
    expect(messagesAbout(prediction?.id)).toEqual([]);
    expect(await effects()).toEqual(once);
  });

  it("about another prediction than its address names changes nothing", async () => {
    const { id, external_id } = await submitAndWait();
    const { body = "" } = messagesAbout(id).at(-1) ?? {};
    const message = JSON.parse(body);
    const elsewhere = JSON.stringify({
      ...message,
      webhook: message.webhook.replace(id, crypto.randomUUID()),
    });
    expect(await hear(id, elsewhere)).toBe("misdirected");
    const another = JSON.stringify({ ...message, id: "another", webhook: null });
    expect(await hear(id, another)).toBe("not ours");
    expect(await conceptsJob()).toMatchObject({ status: "processing", external_id });
  });
});

describe("a prediction that nobody waits for", () => {
  const runningFor = async (id: string) =>
    tools.provider.create({
      model: "atelier/picture",
      version: null,
      input: { prompt: "a whale" },
      webhook: `${tools.environment.supabaseUrl}/functions/v1/replicate-webhook?prediction=${id}`,
    });

  it("is cancelled at the provider when its webhook comes, its account being gone", async () => {
    await atelier.order({ kind: "stuck" });
    const id = crypto.randomUUID();
    const running = await runningFor(id);
    expect(await hear(id, JSON.stringify(running))).toBe("unknown, cancelled");
    expect((await tools.provider.get(running.id))?.status).toBe("canceled");
    expect(await hear(id, JSON.stringify({ ...running, status: "canceled" }))).toBe("unknown");
  });

  it("is cancelled when it was made by a request that arrived twice", async () => {
    await atelier.order({ kind: "stuck" });
    await drain(tools);
    const [{ id } = {}] = await predictionsOf((await conceptsJob()).id);
    const second = await runningFor(id);
    expect(await hear(id, JSON.stringify(second))).toBe("not ours, cancelled");
    expect((await tools.provider.get(second.id))?.status).toBe("canceled");
    expect(await conceptsJob()).toMatchObject({ status: "processing" });
  });

  it("is told again when the provider could not be reached for its cancellation", async () => {
    await atelier.order({ kind: "stuck" }, { kind: "server-error", endpoint: "cancel", times: 1 });
    const id = crypto.randomUUID();
    const running = await runningFor(id);
    await expect(hear(id, JSON.stringify(running))).rejects.toThrow("The provider answered 503");
    expect(await hear(id, JSON.stringify(running))).toBe("unknown, cancelled");
  });
});

describe("messages at any time", () => {
  it("leave a universe with each of its cards once", async () => {
    await makeConcepts();
    await drain(tools);
    const open = await sql`
      select p.id, p.external_id from public.predictions p join public.jobs j on j.id = p.job_id
      where j.draft_id = ${draftId} and j.type = 'generate_image'`;
    expect(open).toHaveLength(2);
    for (const { external_id } of open) await untilSucceeded(external_id);
    await later();
    const told = open.flatMap(({ id, external_id }) =>
      [1, 2, 3].map(async () => hear(id, JSON.stringify(await tools.provider.get(external_id)))),
    );
    await Promise.all([...told, sweepPredictions(tools), sweepPredictions(tools)]);
    const [row] = await sql`
      select count(*)::int as versions from public.draft_asset_versions v
      join public.draft_assets a on a.id = v.asset_id where a.draft_id = ${draftId}`;
    expect(row?.versions).toBe(2);
  });
});
