import { percentile, report } from "./bench-kit.ts";
import { benchDatabase, benchStack, callStudio, signedIn, untilCompleted } from "./studio-kit.ts";

// A universe of ten cards, from the click to the last picture, against the ideal: the theme's concepts, then the
// pictures spread over the provider's free slots, each taking as long as the provider itself says.
const slots = 2;
const sql = benchDatabase();
const { status } = benchStack();
const { token } = await signedIn();

async function secondsAtProvider(externalId: string): Promise<number> {
  const answer = await fetch(`${status.modelsUrl}/v1/predictions/${externalId}`, {
    headers: { authorization: "Bearer bench" },
  });
  const prediction = (await answer.json()) as { metrics?: { predict_time?: number } };
  return prediction.metrics?.predict_time ?? 0;
}

/** Longest-first onto the slot that is free first. */
function spread(times: number[]): number {
  const busy = Array<number>(slots).fill(0);
  for (const time of [...times].sort((a, b) => b - a)) {
    const first = busy.indexOf(Math.min(...busy));
    busy[first] = (busy[first] ?? 0) + time;
  }
  return Math.max(...busy);
}

async function once(theme: string): Promise<{ wall: number; ideal: number }> {
  const draft = await callStudio<{ id: string }>(token, "POST", "/api/drafts", {
    theme,
    count: 10,
    pieces: ["image"],
  });
  const started = performance.now();
  const { jobId } = await callStudio<{ jobId: string }>(
    token,
    "POST",
    `/api/drafts/${draft.id}/generate`,
    {},
  );
  await untilCompleted(sql, jobId);
  const wall = (performance.now() - started) / 1000;
  const rows = await sql<{ type: string; external_id: string }[]>`
    select j.type, p.external_id from public.predictions p join public.jobs j on j.id = p.job_id where j.parent_id = ${jobId}`;
  const times = await Promise.all(
    rows.map(async (row) => ({ type: row.type, seconds: await secondsAtProvider(row.external_id) })),
  );
  const of = (type: string) => times.filter((time) => time.type === type).map((time) => time.seconds);
  return { wall, ideal: of("generate_concepts").reduce((a, b) => a + b, 0) + spread(of("generate_image")) };
}

await once("vehicles");
const runs = [await once("jungle"), await once("farm"), await once("space")];
report({
  name: "10-card universe, wall clock (peer: slowest chain over the provider's free slots)",
  value: percentile(
    runs.map((run) => run.wall),
    0.5,
  ),
  unit: "s",
  peer: percentile(
    runs.map((run) => run.ideal),
    0.5,
  ),
});
await sql.end();
