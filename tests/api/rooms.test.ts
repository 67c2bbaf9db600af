import { beforeAll, expect, it } from "vitest";
import { type Room, roomSchema } from "../../lib/class/schema.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { database, newEducator, stack } from "../setup/stack.ts";

let teacher: Awaited<ReturnType<typeof newEducator>>;
let room: Room;

const ask = (path: string, { token, address }: { token?: string; address?: string } = {}) =>
  fetch(`${stack().status.studioUrl}${path}`, {
    redirect: "manual",
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(address ? { "x-forwarded-for": address } : {}),
    },
  });

/** An address of documentation (RFC 5737) from which as many wrong codes came as are allowed. */
async function guesser(): Promise<string> {
  const address = "203.0.113.77";
  await database()`
    insert into private.wrong_codes (address_mark, code, tried_at)
    select private.address_mark(${address}), translate(to_char(n, 'FM00000000'), '0123456789', 'BDFGHKLMNP'), now() - interval '2 minutes'
    from private.settings, generate_series(1, wrong_codes_per_address) n on conflict do nothing`;
  return address;
}

beforeAll(async () => {
  teacher = await newEducator();
  const { apiUrl, secretKey } = stack().status;
  const slug = await putUniverse({ sql: database(), apiUrl, secretKey }, teacher.id, {
    name: "Pond",
    languages: ["en"],
    cards: [{ names: { en: "frog" }, picture: new TextEncoder().encode(`frog ${teacher.id}`) }],
  });
  const answer = await fetch(`${stack().status.studioUrl}/api/rooms`, {
    method: "POST",
    headers: { authorization: `Bearer ${teacher.accessToken}`, "content-type": "application/json" },
    body: JSON.stringify({ slug }),
  });
  room = roomSchema.parse(await answer.json());
});

it("a room is read by its letters and by its key, and by nothing else", async () => {
  for (const path of [`/api/rooms/${room.code}`, `/api/rooms/${room.code}?key=${room.key}`])
    expect(await (await ask(path)).json()).toEqual(room);
  for (const path of [
    `/api/rooms/${room.code}?key=wrong`,
    `/api/rooms/BDFGBDFG?key=${room.key}`,
    "/api/rooms/x",
  ])
    expect((await ask(path)).status).toBe(404);
});

it("who tries many wrong letters waits at every door, and is in all the same by the code to scan", async () => {
  const address = await guesser();
  const answer = await ask(`/api/rooms/${room.code}`, { address });
  expect([answer.status, await answer.json()]).toEqual([
    429,
    expect.objectContaining({ code: "rate_limited" }),
  ]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  const found = await ask(`/class/find?code=${room.code}`, { address });
  expect([found.status, found.headers.get("location")]).toEqual([303, `/class?code=${room.code}&wait=1`]);
  expect(await (await ask(`/class/${room.code}`, { address })).text()).toContain(
    "Many letters were tried here.",
  );

  expect((await ask(`/api/rooms/${room.code}?key=${room.key}`, { address })).status).toBe(200);
  expect(await (await ask(`/class/${room.code}?key=${room.key}`, { address })).text()).toContain(
    "This is you",
  );
  const other = await ask(`/class/find?code=${room.code}`, { address: "203.0.113.78" });
  expect(other.headers.get("location")).toBe(`/class/${room.code}?key=${room.key}`);
});

it("the seats of a room are told to its teacher alone", async () => {
  const path = `/api/rooms/${room.code}/seats`;
  // A page gives its seat while it is written.
  await (await ask(`/class/${room.code}?key=${room.key}`)).text();
  const { items, total } = await (await ask(path, { token: teacher.accessToken })).json();
  expect(items).toHaveLength(total);
  expect(total).toBeGreaterThan(0);
  expect((await ask(path, { token: (await newEducator()).accessToken })).status).toBe(404);
  expect((await ask(path)).status).toBe(401);
});
