import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openQueue, type Person, type Queue, type Ticket } from "../fixtures/queue.ts";

let queue: Queue;
let sql: Queue["sql"];
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
  sql = queue.sql;
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

interface Gate {
  action: string;
  prediction_id?: string;
  seconds?: number;
  result?: unknown;
}

async function held(at = 0, type = "generate_image"): Promise<Ticket> {
  await queue.enqueue(person, { type });
  return queue.take({ at });
}
async function ask({ id, attempt }: Ticket, hash = "input", at = 0, db = sql): Promise<Gate> {
  const [row] = await db<{ gate: Gate }[]>`
    select public.record_prediction(${id}, ${attempt}, '{"prompt": "a whale"}', ${hash}, ${queue.at(at)}) as gate`;
  return row?.gate ?? { action: "" };
}
const predictions = () => sql`select id, job_id, status from public.predictions`;

describe("submit", () => {
  it("is written down before the request leaves: for which job and attempt, with which input and model", async () => {
    const ticket = await held();
    const gate = await ask(ticket, "input", 3);
    expect(gate).toEqual({ action: "submit", prediction_id: expect.any(String) });
    const [row] = await sql`select * from public.predictions where id = ${gate.prediction_id ?? ""}`;
    expect(row).toMatchObject({
      job_id: ticket.id,
      attempt: 1,
      input: { prompt: "a whale" },
      input_hash: "input",
      status: "submitting",
      external_id: null,
      created_at: queue.at(3),
      cost_micros: "0",
      model_id: (await queue.job(ticket.id)).model_id,
    });
  });

  it("is the answer to two jobs that ask for different things", async () => {
    expect((await ask(await held(), "one")).action).toBe("submit");
    expect((await ask(await held(), "two")).action).toBe("submit");
  });
});

describe("wait", () => {
  it("is the answer while another job makes the same; the job looks again in 3 seconds and no retry is counted", async () => {
    const [first, second] = [await held(), await held()];
    await ask(first);
    expect(await ask(second)).toEqual({ action: "wait", seconds: 3 });
    expect(await queue.job(second.id)).toMatchObject({
      status: "pending",
      run_at: queue.at(3),
      retry_count: 0,
      error_code: "being_made",
    });
    expect(await predictions()).toHaveLength(1);
  });

  it("is not the answer where the other job has another type, or has ended", async () => {
    const [first, second] = [await held(), await held(0, "generate_concepts")];
    await ask(first);
    expect((await ask(second)).action).toBe("submit");
    const third = await held();
    await queue.fail(first);
    expect((await ask(third)).action).toBe("submit");
  });

  it("is the answer while the provider wants patience, for as long as it wants it", async () => {
    const [first, second] = [await held(), await held()];
    await queue.fail(first, { code: "provider_busy", retryAfter: 30 });
    expect(await ask(second, "input", 10)).toEqual({ action: "wait", seconds: 20 });
    expect(await queue.job(second.id)).toMatchObject({
      status: "pending",
      run_at: queue.at(30),
      retry_count: 0,
    });
    expect(await predictions()).toHaveLength(0);
    expect((await ask(await queue.take({ at: 30 }), "input", 30)).action).toBe("submit");
  });

  it("is the answer to one of two jobs that ask for the same at the same moment", async () => {
    for (let round = 0; round < 20; round += 1) {
      const hash = `round ${round}`;
      const [first, second] = [await held(round), await held(round)];
      const gates = await Promise.all([ask(first, hash, round), ask(second, hash, round)]);
      expect(gates.map(({ action }) => action).sort()).toEqual(["submit", "wait"]);
      await sql`update public.jobs set status = 'cancelled', completed_at = now(), lease_owner = null,
        lease_expires_at = null where status in ('pending', 'processing')`;
    }
  });

  it("holds too while the first has not committed: the second sees it afterwards", async () => {
    const [first, second] = [await held(), await held()];
    let other: Promise<Gate> | undefined;
    await sql.begin(async (db) => {
      await ask(first, "input", 0, db as unknown as typeof sql);
      other = ask(second);
    });
    expect((await other)?.action).toBe("wait");
  });
});

describe("reuse", () => {
  const make = async (result: object, hash = "input") => {
    const ticket = await held();
    const gate = await ask(ticket, hash);
    await sql`select public.save_prediction(${gate.prediction_id ?? ""}, 1, ${crypto.randomUUID()}, ${queue.at(0)})`;
    await sql`select public.complete_job(${ticket.id}, 1, ${sql.json(result as never)}, ${queue.at(1)})`;
  };

  it("is the answer when the same was made before, for whoever asks", async () => {
    await make({ sha256: "a" });
    person = await queue.newPerson();
    expect(await ask(await held())).toEqual({ action: "reuse", result: { sha256: "a" } });
    expect(await predictions()).toHaveLength(1);
  });

  it("leaves the job with its worker, which completes it", async () => {
    await make({ sha256: "a" });
    const ticket = await held();
    await ask(ticket);
    expect(await queue.job(ticket.id)).toMatchObject({ status: "processing", attempt: 1 });
    await queue.complete(ticket, 2);
    expect(await queue.job(ticket.id)).toMatchObject({ status: "completed", credits: 0, cost_micros: "0" });
  });

  it("comes before the provider's patience, since nothing is asked of it", async () => {
    await make({ sha256: "a" });
    const ticket = await held();
    await sql`update private.provider_state set held_until = ${queue.at(60)}`;
    expect((await ask(ticket)).action).toBe("reuse");
  });

  it("is what the one that waited gets once the other is done", async () => {
    const [first, second] = [await held(), await held()];
    const gate = await ask(first);
    await ask(second);
    await sql`select public.save_prediction(${gate.prediction_id ?? ""}, 1, 'ext', ${queue.at(0)})`;
    await sql`select public.complete_job(${first.id}, 1, '{"sha256": "b"}', ${queue.at(2)})`;
    expect(await ask(await queue.take({ at: 3 }), "input", 3)).toEqual({
      action: "reuse",
      result: { sha256: "b" },
    });
  });

  it("never gives a job the result of another type", async () => {
    await make({ sha256: "a" });
    expect((await ask(await held(0, "generate_concepts"))).action).toBe("submit");
  });
});

it("a stale attempt is refused and nothing is written down", async () => {
  const ticket = await held();
  await queue.reap(61);
  await queue.take({ at: 61 });
  await expect(ask(ticket, "input", 62)).rejects.toMatchObject({ message: "stale_attempt", code: "PT409" });
  expect(await predictions()).toHaveLength(0);
});
