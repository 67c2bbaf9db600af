import { beforeAll, describe, expect, it } from "vitest";
import { type AssetAnswer, call, untilEnded } from "../fixtures/studio.ts";
import { type NewEducator, newEducator } from "../setup/stack.ts";

interface Problem {
  code: string;
  errors?: { path: string; message: string }[];
}
type Card = AssetAnswer & { concept: string; texts: Record<string, object>; own_image_prompt: string | null };

let educator: NewEducator;
let draft: { id: string; name: string };
let path: string;

/** A draft whose ideas were found, and nothing else. */
beforeAll(async () => {
  educator = await newEducator("Nora");
  const made = await call<typeof draft>(educator, "POST", "/api/drafts", {
    theme: "ocean",
    count: 4,
    pieces: ["image"],
  });
  draft = made.body;
  path = `/api/drafts/${draft.id}`;
  const asked = await call<{ jobId: string }>(
    educator,
    "POST",
    `${path}/concepts`,
    {},
    { "idempotency-key": "ideas" },
  );
  expect(asked.status).toBe(202);
  expect(await untilEnded(educator, asked.body.jobId)).toMatchObject({ status: "completed" });
  const again = await call<{ jobId: string }>(
    educator,
    "POST",
    `${path}/concepts`,
    {},
    { "idempotency-key": "ideas" },
  );
  expect(again.body.jobId).toBe(asked.body.jobId);
});

const cards = async () => (await call<{ items: Card[] }>(educator, "GET", `${path}/assets`)).body.items;

it("ideas come first: the cards are there with their names, and nothing is made of them", async () => {
  for (const card of await cards()) {
    expect(card).toMatchObject({ status: "pending", image_url: null });
    expect(card.names.de).toMatch(/\S/);
  }
  expect(await cards()).toHaveLength(4);
  expect((await call<Problem>(educator, "POST", `${path}/concepts`, {})).body.code).toBe("nothing_to_do");
});

describe("a universe", () => {
  it("is changed field by field, and undone with what was there", async () => {
    const before = (await call<{ background_color: string }>(educator, "GET", path)).body.background_color;
    const change = { background_color: "#AABBCC", expected: { background_color: before } };
    expect(await call(educator, "PATCH", path, change)).toMatchObject({
      status: 200,
      body: { id: draft.id, background_color: "#aabbcc" },
    });
    const undo = { background_color: before, expected: { background_color: "#aabbcc" } };
    expect((await call(educator, "PATCH", path, undo)).status).toBe(200);
  });

  it("that somebody else changed meanwhile is not changed, and says what it says now", async () => {
    const names = { de: "Unser Meer" };
    expect((await call(educator, "PATCH", path, { names })).status).toBe(200);
    const late = { names: { de: "Ozean" }, expected: { names: { de: "Meer" } } };
    expect(await call<Problem>(educator, "PATCH", path, late)).toMatchObject({
      status: 409,
      body: { code: "changed_meanwhile", errors: [{ path: "names.de", message: '"Unser Meer"' }] },
    });
  });

  it("is given no words that are not for children", async () => {
    const change = { names: { en: "guns and bombs" }, music_prompt: "soldiers shooting with guns" };
    const { status, body } = await call<Problem>(educator, "PATCH", path, change);
    expect([status, body.code]).toEqual([422, "prompt_blocked"]);
    expect(new Set(body.errors?.map((error) => error.path))).toEqual(new Set(["names.en", "music_prompt"]));
  });

  it("is not changed by a request that says nothing, or what there is not", async () => {
    for (const change of [{}, { expected: {} }, { owner: "me" }, { names: { xx: "a" } }, { languages: [] }])
      expect(await call<Problem>(educator, "PATCH", path, change)).toMatchObject({
        body: { code: "validation_failed" },
      });
  });
});

describe("a card", () => {
  it("is changed in one language, and tells what it says by then", async () => {
    const [card] = await cards();
    const change = { names: { de: "Blauwal" }, texts: { de: { fun_fact: "Er singt." } }, is_approved: true };
    const { status, body } = await call<Card>(educator, "PATCH", `${path}/assets/${card?.id}`, change);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: card?.id, names: { ...card?.names, de: "Blauwal" }, is_approved: true });
    expect(body.texts.de).toMatchObject({ fun_fact: "Er singt.", speech_url: null });
  });

  it("that somebody else changed meanwhile says what it says now, by the fields of the change", async () => {
    const [card] = await cards();
    const late = { names: { de: "Hai" }, expected: { names: { de: "Wal" }, is_approved: false } };
    expect(await call<Problem>(educator, "PATCH", `${path}/assets/${card?.id}`, late)).toMatchObject({
      status: 409,
      body: {
        errors: [
          { path: "is_approved", message: "true" },
          { path: "names.de", message: '"Blauwal"' },
        ],
      },
    });
  });

  it("is added, refused when it is there already, and removed", async () => {
    const eel = { concept: "moray eel", names: { de: "Muräne" }, sort_order: 1 };
    const added = await call<Card>(educator, "POST", `${path}/assets`, eel);
    expect(added).toMatchObject({
      status: 201,
      body: { concept: "moray eel", sort_order: 1, image_url: null },
    });
    expect(await call<Problem>(educator, "POST", `${path}/assets`, eel)).toMatchObject({
      status: 409,
      body: { code: "duplicate_concept" },
    });
    expect((await cards()).map(({ concept }) => concept)[1]).toBe("moray eel");
    expect((await call(educator, "DELETE", `${path}/assets/${added.body.id}`)).status).toBe(204);
    expect((await call(educator, "DELETE", `${path}/assets/${added.body.id}`)).status).toBe(404);
    expect(await call<Problem>(educator, "POST", `${path}/assets`, { concept: "guns" })).toMatchObject({
      status: 422,
      body: { code: "prompt_blocked", errors: [{ path: "concept" }] },
    });
  });
});

describe("several cards", () => {
  it("are changed together, or not at all", async () => {
    const [one, two] = (await cards()) as [Card, Card];
    const both = { items: [one, two].map(({ id }, n) => ({ id, names: { fr: `carte ${n}` } })) };
    const { status, body } = await call<{ items: Card[]; total: number }>(
      educator,
      "PATCH",
      `${path}/assets`,
      both,
    );
    expect([status, body.total, body.items.map((card) => card.names.fr)]).toEqual([
      200,
      2,
      ["carte 0", "carte 1"],
    ]);
    const half = {
      items: [
        { id: one.id, names: { fr: "x" } },
        { id: two.id, names: { fr: "y" }, expected: { names: { fr: "z" } } },
      ],
    };
    expect(await call<Problem>(educator, "PATCH", `${path}/assets`, half)).toMatchObject({
      status: 409,
      body: { errors: [{ path: "items.1.names.fr", message: '"carte 1"' }] },
    });
    expect((await cards())[0]?.names.fr).toBe("carte 0");
    const twice = { items: [both.items[0], both.items[0]] };
    expect((await call<Problem>(educator, "PATCH", `${path}/assets`, twice)).status).toBe(422);
  });

  it("are put in order, unless the deck has other cards by now", async () => {
    const ids = (await cards()).map(({ id }) => id).reverse();
    expect((await call(educator, "PUT", `${path}/order`, { asset_ids: ids })).status).toBe(204);
    expect((await cards()).map(({ id }) => id)).toEqual(ids);
    const { status, body } = await call<Problem>(educator, "PUT", `${path}/order`, {
      asset_ids: ids.slice(1),
    });
    expect([status, body.code]).toEqual([409, "changed_meanwhile"]);
  });
});

it("a stranger changes nothing of it, and it is as if it were not there", async () => {
  const stranger = await newEducator("Stranger");
  const [card] = await cards();
  for (const [method, where, body] of [
    ["PATCH", path, { name: "Mine" }],
    ["PATCH", `${path}/assets`, { items: [{ id: card?.id, is_approved: true }] }],
    ["PATCH", `${path}/assets/${card?.id}`, { is_approved: true }],
    ["POST", `${path}/assets`, { concept: "eel" }],
    ["DELETE", `${path}/assets/${card?.id}`, undefined],
    ["PUT", `${path}/order`, { asset_ids: [card?.id] }],
    ["POST", `${path}/concepts`, {}],
  ] as const) {
    expect((await call(stranger, method, where, body)).status, `${method} ${where}`).toBe(404);
    expect((await call(null, method, where, body)).status, `nobody: ${method} ${where}`).toBe(401);
  }
});

it("what was changed is what is made: pictures of the deck as its people left it, and no ideas again", {
  timeout: 330_000,
}, async () => {
  const before = await cards();
  const { body } = await call<{ jobId: string }>(educator, "POST", `${path}/generate`, {});
  expect(await untilEnded(educator, body.jobId, 300)).toMatchObject({ status: "completed" });
  const after = await cards();
  expect(after.map(({ id, names }) => ({ id, names }))).toEqual(
    before.map(({ id, names }) => ({ id, names })),
  );
  for (const card of after) expect(card.image_url).toMatch(/^http/);
});
