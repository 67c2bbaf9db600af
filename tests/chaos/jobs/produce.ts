import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { asCaller } from "../../../supabase/local/caller.ts";
import { untilAnswered } from "../outage.ts";

/** Cards of each universe: with its concepts job and its request, a tree has two more jobs. */
const cardCount = 8;
const claimablesPerTree = cardCount + 1;
const batchSize = 20;

/** Everything that a run will ask for. */
export interface Order {
  people: { id: string; draftId: string }[];
  batches: { id: string; [field: string]: unknown }[][];
  /** Jobs that workers claim; requests come on top. */
  claimables: number;
}

const idOf = (text: string) => {
  const digits = createHash("sha256").update(text).digest("hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
};

async function newPerson(sql: postgres.Sql, index: number): Promise<Order["people"][number]> {
  const id = idOf(`person ${index}`);
  await sql`insert into auth.users (id, email) values (${id}, ${`person-${index}@studio.test`})`;
  // Two drafts of the same theme want the same pictures.
  const [draft] = await asCaller(
    sql,
    { role: "authenticated", sub: id },
    (db) =>
      db`select public.create_draft(${`theme ${index >> 1}`}, ${`Chaos ${index}`}, p_count => ${cardCount}) as id`,
  );
  return { id, draftId: draft?.id };
}

/** Jobs without a model, in batches of which the last waits for two others and the second but last for the one before. */
function newBatch(people: Order["people"], index: number, size: number): Order["batches"][number] {
  const ids = Array.from({ length: size }, (_, place) => idOf(`batch ${index} ${place}`));
  return ids.map((id, place) => ({
    id,
    user_id: people[(index * 7 + place) % people.length]?.id,
    type: "notify",
    priority: 1 + ((index + place) % 10),
    payload: { place },
    ...(place === size - 2 && place > 0 ? { depends_on: [ids[place - 1]] } : {}),
    ...(place === size - 1 && place > 1 ? { depends_on: [ids[0], ids[place - 1]] } : {}),
  }));
}

/** Signs people up, gives each a draft, and lays out jobs: four tenths of them in trees. Nothing runs yet. */
export async function prepareOrder(sql: postgres.Sql, jobs: number): Promise<Order> {
  const trees = Math.max(2, Math.round((jobs * 0.4) / claimablesPerTree));
  const people: Order["people"] = [];
  for (let index = 0; index < trees; index += 1) people.push(await newPerson(sql, index));
  const alone = Math.max(0, jobs - trees * claimablesPerTree);
  const batches = Array.from({ length: Math.ceil(alone / batchSize) }, (_, index) =>
    newBatch(people, index, Math.min(batchSize, alone - index * batchSize)),
  );
  return { people, batches, claimables: alone + trees * claimablesPerTree };
}

/**
 * A request as this person, in one message to the database that is a transaction of its own: a library's transaction
 * would go on with a rollback on a connection that is gone.
 */
async function request(sql: postgres.Sql, { id, draftId }: Order["people"][number], key: string) {
  const claims = JSON.stringify({ role: "authenticated", sub: id });
  const results = await sql.unsafe(`
    select set_config('role', 'authenticated', true), set_config('request.jwt.claims', '${claims}', true);
    select public.request_generation('${draftId}', p_idempotency_key => '${key}') as id`);
  const [, [made]] = results as unknown as [unknown, [{ id: string }]];
  return made.id;
}

const uniqueViolation = "23505";

/**
 * Asks for all of it while the faults strike, as clients that try again do: a request by its idempotency key, jobs by
 * their own ids. Returns the ids of all requests. Every answer that came is a promise that the database must keep.
 */
export async function produce(sql: postgres.Sql, { people, batches }: Order): Promise<string[]> {
  const asked: string[] = [];
  const steps = Math.max(people.length, batches.length);
  for (let index = 0; index < steps; index += 1) {
    const person = people[index];
    if (person) {
      const { value } = await untilAnswered(() => request(sql, person, `once ${index}`));
      asked.push(value);
    }
    const batch = batches[index];
    if (batch) {
      await untilAnswered(
        () => sql`select public.enqueue_jobs(${sql.json(batch as postgres.JSONValue)})`,
      ).catch((error) => {
        if (!(error.wasLost && error.code === uniqueViolation)) throw error;
      });
      asked.push(...batch.map(({ id }) => id));
    }
    await pause(2);
  }
  return asked;
}
