import { beforeAll, expect, test } from "vitest";
import { database, stack } from "../setup/stack.ts";
import {
  admit,
  eventually,
  type Joined,
  newClient,
  newMember,
  newTopic,
  openTestTopics,
  sendFromDatabase,
  subscribe,
} from "./realtime-people.ts";

beforeAll(openTestTopics);

test("a member joins a private channel, and hears the database with the message's id", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  expect(joined.statuses).toEqual(["SUBSCRIBED"]);

  await sendFromDatabase(topic, "greeting", { text: "Grüße 🦜" });
  await eventually(() => expect(joined.heard).toHaveLength(1));
  const [message] = joined.heard;
  expect(message).toMatchObject({ event: "greeting", payload: { text: "Grüße 🦜", id: message?.meta?.id } });
  const [row] = await database()`select id, private from realtime.messages where topic = ${topic}`;
  expect(row).toMatchObject({ id: message?.meta?.id, private: true });
});

test("a stranger is refused, and so is someone who is not signed in", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const stranger = await newMember();
  const refused = `CHANNEL_ERROR: Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`;

  expect((await subscribe(stranger.client, topic)).statuses[0]).toBe(refused);
  expect((await subscribe(newClient().client, topic)).statuses[0]).toBe(refused);
});

test("the secret key joins any private channel", async () => {
  const joined = await subscribe(newClient(stack().status.secretKey).client, newTopic());
  expect(joined.statuses).toEqual(["SUBSCRIBED"]);
});

test("a burst of 200 messages arrives whole and in order, in one transaction and in many", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);

  await database()`select realtime.send(jsonb_build_object('n', n), 'count', ${topic}, true)
    from generate_series(0, 199) n`;
  await database().begin(async (sql) => {
    for (let n = 200; n < 300; n++)
      await sql`select realtime.send(${sql.json({ n })}, 'count', ${topic}, true)`;
  });
  for (let n = 300; n < 400; n++) await sendFromDatabase(topic, "count", { n });
  await eventually(() => expect(joined.heard).toHaveLength(400));
  expect(joined.heard.map((message) => message.payload.n)).toEqual(Array.from({ length: 400 }, (_, n) => n));
});

test("a rolled back write is heard by nobody", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  const write = database().begin(async (sql) => {
    await sql`select realtime.send('{}', 'never', ${topic}, true)`;
    throw new Error("changed my mind");
  });
  await expect(write).rejects.toThrow("changed my mind");
  await sendFromDatabase(topic, "after", {});
  await eventually(() => expect(joined.heard.map((message) => message.event)).toEqual(["after"]));
});

test("a private row reaches only private joins of its topic, and a public row only public joins", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const inside = await subscribe(member.client, topic);
  const outside = await subscribe(newClient().client, topic, { private: false });

  await sendFromDatabase(topic, "secret", {}, true);
  await sendFromDatabase(topic, "open", {}, false);
  for (const isPrivate of [true, false]) await sendFromDatabase(topic, "last", {}, isPrivate);
  await eventually(() => expect(outside.heard.map(({ event }) => event)).toEqual(["open", "last"]));
  await eventually(() => expect(inside.heard.map(({ event }) => event)).toEqual(["secret", "last"]));
});

test("broadcast_changes tells of a row as hosted projects do", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const joined = await subscribe(member.client, topic);
  const table = `cards_${crypto.randomUUID().replaceAll("-", "")}`;
  await database().unsafe(`
    create table realtime_tests.${table} (id int primary key, name text);
    create function realtime_tests.tell_${table}() returns trigger language plpgsql security definer as $$
    begin
      perform realtime.broadcast_changes('${topic}', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
      return null;
    end $$;
    create trigger tell after insert or update or delete on realtime_tests.${table}
      for each row execute function realtime_tests.tell_${table}();
    insert into realtime_tests.${table} values (1, 'fox');
    update realtime_tests.${table} set name = 'owl';
    delete from realtime_tests.${table};
  `);
  await eventually(() => expect(joined.heard).toHaveLength(3));
  const shape = { schema: "realtime_tests", table, id: expect.any(String) };
  expect(joined.heard.map(({ event, payload }) => ({ event, payload }))).toEqual([
    {
      event: "INSERT",
      payload: { ...shape, operation: "INSERT", record: { id: 1, name: "fox" }, old_record: null },
    },
    {
      event: "UPDATE",
      payload: {
        ...shape,
        operation: "UPDATE",
        record: { id: 1, name: "owl" },
        old_record: { id: 1, name: "fox" },
      },
    },
    {
      event: "DELETE",
      payload: { ...shape, operation: "DELETE", record: null, old_record: { id: 1, name: "owl" } },
    },
  ]);
  await database().unsafe(`drop table realtime_tests.${table}; drop function realtime_tests.tell_${table}()`);
});

test("a message that cannot be sent is only a warning to the write that tells of it", async () => {
  const topic = newTopic();
  const written = await database().begin(async (sql) => {
    await sql`select realtime.send('[1, 2]', 'not an object', ${topic}, true)`;
    return sql`select 1 as written`;
  });
  expect(written).toEqual([{ written: 1 }]);
});

test("a new subscriber is given the newest messages again, oldest first and marked", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const since = Date.now() - 60_000;
  await database().begin(async (sql) => {
    for (let n = 0; n < 30; n++) await sql`select realtime.send(${sql.json({ n })}, 'old', ${topic}, true)`;
  });
  const joined = await subscribe(member.client, topic, {
    private: true,
    broadcast: { replay: { since, limit: 3 } },
  });
  await sendFromDatabase(topic, "new", { n: 30 });
  await eventually(() => expect(joined.heard).toHaveLength(4));
  expect(joined.heard.map(({ payload, meta }) => [payload.n, meta?.replayed])).toEqual([
    [27, true],
    [28, true],
    [29, true],
    [30, undefined],
  ]);
});

test("one message reaches a hundred subscribers", async () => {
  const topic = newTopic();
  const member = await newMember();
  await admit(topic, member);
  const join = async () => {
    const { client } = newClient(stack().status.publishableKey, async () => member.token);
    await client.realtime.setAuth();
    return subscribe(client, topic);
  };
  const joins: Joined[] = [];
  // Ten after the other ten, so that no busy machine makes one of them wait too long for its answer.
  while (joins.length < 100) joins.push(...(await Promise.all(Array.from({ length: 10 }, join))));
  expect(joins.filter((joined) => joined.statuses[0] === "SUBSCRIBED")).toHaveLength(100);
  await sendFromDatabase(topic, "all", {});
  await eventually(() => expect(joins.filter((joined) => joined.heard.length === 1)).toHaveLength(100));
});
