import { expect, test } from "vitest";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { database, newEducator, stack } from "../setup/stack.ts";
import { eventually } from "./realtime-people.ts";
import { connect } from "./realtime-socket.ts";

type Frame = [joinRef: string | null, ref: string | null, topic: string, event: string, payload: unknown];

const screenCount = 100;

/** A teacher with a room for a universe of three cards. */
async function openClass() {
  const teacher = await newEducator();
  const { apiUrl, secretKey } = stack().status;
  const slug = await putUniverse({ sql: database(), apiUrl, secretKey }, teacher.id, {
    name: "Pond",
    languages: ["en"],
    cards: ["frog", "newt", "heron"].map((name) => ({
      names: { en: name },
      picture: new TextEncoder().encode(`${name} ${teacher.id}`),
    })),
  });
  const { data: room } = await teacher.client.rpc("open_room", { p_slug: slug }).throwOnError();
  const cards = await database()`
    select a.asset_id as id from public.release_assets a join public.universes u on u.release_id = a.release_id
    where u.slug = ${slug} order by a.sort_order`;
  return {
    teacher,
    code: room.code as string,
    key: room.key as string,
    cards: cards.map(({ id }) => id as string),
  };
}

/** The screen of a child: a bare socket with the public key, in the room and counted. */
async function comeIn(key: string, badge: number) {
  const { heard, send, socket } = await connect();
  const [room, screens] = [`realtime:room:${key}`, `realtime:screens:${key}`];
  const config = { private: true, presence: { key: `screen-${badge}`, enabled: false } };
  send(["1", "1", room, "phx_join", { config: { private: true } }]);
  send(["2", "2", screens, "phx_join", { config }]);
  send(["2", "3", screens, "presence", { type: "presence", event: "track", payload: { badge } }]);
  const answers = () => (heard as Frame[]).filter(([, , , event]) => event === "phx_reply");
  await eventually(() => expect(answers()).toHaveLength(3));
  expect(answers().map(([, , , , payload]) => (payload as { status: string }).status)).toEqual([
    "ok",
    "ok",
    "ok",
  ]);
  const events = () =>
    (heard as Frame[]).filter(([, , topic, event]) => topic === room && event === "broadcast");
  return {
    leave: () => socket.terminate(),
    /** The messages of the room, as they came. */
    told: () => events().map(([, , , , payload]) => (payload as { payload: { sequence: number } }).payload),
    others: () => (heard as Frame[]).filter(([, , , event]) => event.startsWith("presence")),
  };
}

test("a hundred screens come in by the key, are counted, and are led through the cards in order", async () => {
  const { teacher, code, key, cards } = await openClass();
  const watching = teacher.client.channel(`screens:${key}`, { config: { private: true } });
  watching.on("presence", { event: "sync" }, () => {});
  watching.subscribe();
  const screens: Awaited<ReturnType<typeof comeIn>>[] = [];
  // A table after the other, so that no busy machine makes one of them wait too long.
  while (screens.length < screenCount)
    screens.push(
      ...(await Promise.all(Array.from({ length: 20 }, (_, at) => comeIn(key, screens.length + at)))),
    );
  await eventually(() => expect(Object.keys(watching.presenceState())).toHaveLength(screenCount));

  const turns = Array.from({ length: 10 }, (_, at) => cards[at % cards.length]);
  for (const p_card_id of turns)
    await teacher.client.rpc("lead_room", { p_code: code, p_card_id }).throwOnError();
  await teacher.client.rpc("lead_room", { p_code: code, p_mode: "eyes" }).throwOnError();
  await teacher.client.rpc("end_room", { p_code: code }).throwOnError();
  for (const screen of screens) {
    await eventually(() => expect(screen.told()).toHaveLength(12));
    expect(screen.told().map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 2),
    );
    expect(screen.told()).toMatchObject([
      ...turns.map((card_id) => ({ operation: "UPDATE", record: { card_id, mode: "led" } })),
      { operation: "UPDATE", record: { mode: "eyes" } },
      { operation: "DELETE", record: { code } },
    ]);
    // Children do not learn of each other.
    expect(screen.others()).toEqual([]);
  }

  for (const screen of screens.slice(0, 60)) screen.leave();
  await eventually(() => expect(Object.keys(watching.presenceState())).toHaveLength(40));
});
