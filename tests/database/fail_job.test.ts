import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { modelTypes } from "../fixtures/pieces.ts";
import { openQueue, type Person, type Queue } from "../fixtures/queue.ts";

let queue: Queue;
let person: Person;

beforeAll(async () => {
  queue = await openQueue();
});
beforeEach(async () => {
  await queue.clear();
  person = await queue.newPerson();
});

const image = { type: "generate_image" };
/** A fresh job of this type in a worker's hands. */
async function held(type = "translate") {
  await queue.enqueue(person, { type });
  return queue.take();
}
/** Seconds between the failure and the time that the job is due again. */
async function waitOf(id: string, at = 0): Promise<number> {
  return ((await queue.job(id)).run_at.getTime() - queue.at(at).getTime()) / 1000;
}
const unavailableSince = async () =>
  (
    await queue.sql`select unavailable_since from public.models where job_type = 'generate_image' and is_active`
  )[0]?.unavailable_since;

describe("an error that may pass", () => {
  it.each([
    ["translate", [5, 15, 45]],
    ["notify", [60, 120, 240]],
  ])(
    "is tried again (%s) after %j seconds, a tenth more or less, and then is final",
    async (type, delays) => {
      await queue.enqueue(person, { type });
      let at = 0;
      for (const [index, delay] of delays.entries()) {
        const ticket = await queue.take({ at });
        expect(await queue.fail(ticket, { isRetryable: true, at })).toBe("pending");
        const wait = await waitOf(ticket.id, at);
        expect(wait).toBeGreaterThanOrEqual(delay * 0.9);
        expect(wait).toBeLessThanOrEqual(delay * 1.1);
        expect(await queue.job(ticket.id)).toMatchObject({
          retry_count: index + 1,
          lease_owner: null,
          lease_expires_at: null,
          deadline_at: null,
          error_code: "provider_failed",
        });
        at += delay * 1.2;
      }
      expect(await queue.fail(await queue.take({ at }), { isRetryable: true, at })).toBe("failed");
    },
  );

  it("is spread a little, so that what failed together does not come back together", async () => {
    const waits = new Set<number>();
    for (let n = 0; n < 5; n += 1) {
      const ticket = await held();
      await queue.fail(ticket, { isRetryable: true });
      waits.add(await waitOf(ticket.id));
    }
    expect(waits.size).toBeGreaterThan(1);
  });

  it("waits longer when the provider says so, and not less when it says less", async () => {
    const [patient, hasty] = [await held(), await held()];
    await queue.fail(patient, { isRetryable: true, retryAfter: 120 });
    expect(await waitOf(patient.id)).toBe(120);
    await queue.fail(hasty, { isRetryable: true, retryAfter: 0.5 });
    expect(await waitOf(hasty.id)).toBeGreaterThanOrEqual(4.5);
  });

  it("is final for a job that was to be tried once only", async () => {
    await queue.enqueue(person, { max_retries: 0 });
    expect(await queue.fail(await queue.take(), { isRetryable: true })).toBe("failed");
  });
});

describe("an error that does not pass", () => {
  it("ends the job with its code, a text for people, detail for staff, and how long it took", async () => {
    const ticket = await held();
    const detail = { body: "422" };
    expect(await queue.fail(ticket, { code: "provider_rejected_input", detail, at: 2 })).toBe("failed");
    expect(await queue.job(ticket.id)).toMatchObject({
      status: "failed",
      error_code: "provider_rejected_input",
      error_message: "It failed.",
      error_detail: detail,
      retry_count: 0,
      completed_at: queue.at(2),
      actual_duration_ms: 2000,
      lease_owner: null,
      lease_expires_at: null,
    });
  });

  it("cancels all that waited for it, and what waited for those", async () => {
    const [a, b, c] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await queue.enqueue(person, { id: a }, { id: b, depends_on: [a] }, { id: c, depends_on: [b] });
    await queue.fail(await queue.take());
    for (const id of [b, c])
      expect(await queue.job(id)).toMatchObject({ status: "cancelled", error_code: "dependency_failed" });
  });
});

describe("provider_busy", () => {
  it("holds every model for as long as the provider says, and nothing else", async () => {
    const ticket = await held("generate_image");
    const [, notice] = await queue.enqueue(person, image, {});
    expect(await queue.fail(ticket, { code: "provider_busy", retryAfter: 30 })).toBe("pending");
    expect((await queue.claim({ at: 29 })).map(({ id }) => id)).toEqual([notice]);
    expect(await queue.claim({ at: 30 })).toHaveLength(2);
  });

  it("counts no retry, however often it comes, and the job is due when the provider is ready", async () => {
    await queue.enqueue(person, image);
    for (let turn = 0; turn < 6; turn += 1) {
      const ticket = await queue.take({ at: turn * 20 });
      await queue.fail(ticket, { code: "provider_busy", retryAfter: 20, isRetryable: true, at: turn * 20 });
      expect(await queue.job(ticket.id)).toMatchObject({ status: "pending", retry_count: 0, death_count: 0 });
      expect(await waitOf(ticket.id, turn * 20)).toBe(20);
    }
  });

  it("waits ten seconds where the provider does not say how long", async () => {
    const ticket = await held("generate_image");
    await queue.enqueue(person, image);
    await queue.fail(ticket, { code: "provider_busy" });
    expect(await queue.claim({ at: 9 })).toEqual([]);
    expect(await queue.claim({ at: 10 })).toHaveLength(2);
  });

  it("never ends sooner because a second answer asks for less", async () => {
    const [one, other] = [await held("generate_image"), await held("generate_image")];
    await queue.fail(one, { code: "provider_busy", retryAfter: 60 });
    await queue.fail(other, { code: "provider_busy", retryAfter: 5 });
    expect(await queue.claim({ at: 59 })).toEqual([]);
  });
});

describe("provider_refused", () => {
  const pauses = () =>
    queue.sql`select type, reason, user_id from public.job_pauses where resumed_at is null order by type`;

  it("pauses every type that has a model, says why, and loses no job", async () => {
    const ticket = await held("generate_image");
    const [waiting, notice] = await queue.enqueue(person, image, {});
    expect(await queue.fail(ticket, { code: "provider_refused" })).toBe("pending");
    const all = await pauses();
    expect(all.map(({ type }) => type).sort()).toEqual([...modelTypes].sort());
    for (const pause of all) expect(pause).toMatchObject({ reason: "provider_refused", user_id: null });
    expect((await queue.claim({ at: 60 })).map(({ id }) => id)).toEqual([notice]);
    expect(await queue.reap(10 * 3600)).toBe(1);
    for (const id of [ticket.id, waiting])
      expect(await queue.job(id)).toMatchObject({ status: "pending", retry_count: 0 });
  });

  it("pauses once, however many jobs hear of it", async () => {
    for (const ticket of [await held("generate_image"), await held("generate_image")])
      await queue.fail(ticket, { code: "provider_refused" });
    expect(await pauses()).toHaveLength(modelTypes.length);
  });

  it("loses no job either when the key is still wrong two hours later", async () => {
    const ticket = await held("generate_image");
    await queue.fail(ticket, { code: "provider_refused" });
    await queue.sql`update public.job_pauses set resumed_at = now()`;
    const again = await queue.take({ at: 7200 });
    expect(await queue.fail(again, { code: "provider_refused", at: 7201 })).toBe("pending");
  });
});

describe("model_unavailable", () => {
  it("is final even where a retry was meant, and marks the model from when", async () => {
    const ticket = await held("generate_image");
    expect(await queue.fail(ticket, { code: "model_unavailable", isRetryable: true, at: 3 })).toBe("failed");
    expect(await unavailableSince()).toEqual(queue.at(3));
  });

  it("keeps the first time, and a success takes the mark away", async () => {
    const tickets = [
      await held("generate_image"),
      await held("generate_image"),
      await held("generate_image"),
    ];
    const [one, two, three] = tickets as [(typeof tickets)[0], (typeof tickets)[0], (typeof tickets)[0]];
    await queue.fail(one, { code: "model_unavailable", at: 3 });
    await queue.fail(two, { code: "model_unavailable", at: 9 });
    expect(await unavailableSince()).toEqual(queue.at(3));
    await queue.complete(three, 10);
    expect(await unavailableSince()).toBeNull();
  });
});

it("a stale attempt is refused, and neither holds nor pauses nor marks anything", async () => {
  const ticket = await held("generate_image");
  await queue.reap(61);
  const now = await queue.take({ at: 61 });
  for (const code of ["internal", "provider_busy", "provider_refused", "model_unavailable"])
    await expect(queue.fail(ticket, { code, at: 62 })).rejects.toMatchObject({
      message: "stale_attempt",
      code: "PT409",
    });
  expect(await queue.job(ticket.id)).toMatchObject({ status: "processing", attempt: now.attempt });
  expect(await queue.sql`select from public.job_pauses`).toHaveLength(0);
  expect(await unavailableSince()).toBeNull();
  await queue.enqueue(person, image);
  expect(await queue.claim({ at: 62 })).toHaveLength(1);
});
