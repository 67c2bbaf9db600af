import { beforeAll, describe, expect, it } from "vitest";
import { call, untilEnded } from "../fixtures/studio.ts";
import { type NewEducator, newEducator } from "../setup/stack.ts";

interface Listed {
  id: string;
  name: string;
  status: string;
  thumbnail_url: string | null;
  my_role: string;
  shared_by: string | null;
}
interface Page {
  items: Listed[];
  total: number;
}
interface Problem {
  code: string;
  status: number;
  errors?: { path: string }[];
}

let nora: NewEducator;
let stranger: NewEducator;
let reef: Listed;

const list = (query = "", who = nora) =>
  call<Page>(who, "GET", `/api/drafts?${query}`).then(({ body }) => body);
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);
const make = async (who: NewEducator, name: string, body: object = {}) =>
  (
    await call<Listed>(who, "POST", "/api/drafts", {
      theme: "farm",
      count: 1,
      pieces: ["image"],
      name,
      ...body,
    })
  ).body;

beforeAll(async () => {
  [nora, stranger] = await Promise.all([newEducator(), newEducator()]);
  await make(nora, "Zebra & Äffchen", { theme: "jungle" });
  reef = await make(nora, "Coral reef", { theme: "ocean" });
  await make(nora, "Apple farm");
  const { body } = await call<{ jobId: string }>(nora, "POST", `/api/drafts/${reef.id}/generate`, {});
  await untilEnded(nora, body.jobId);
});

describe("the list of drafts", () => {
  it("is searched, filtered, sorted and cut into pages by its address", async () => {
    expect(await names("search=AFFCHEN%20%26")).toEqual(["Zebra & Äffchen"]);
    expect(await names("status=ready,failed")).toEqual(["Coral reef"]);
    expect(await names("theme=farm&theme=jungle&sort=oldest")).toEqual(["Zebra & Äffchen", "Apple farm"]);
    expect(await names("sort=name&language=de")).toEqual(["Apple farm", "Coral reef", "Zebra & Äffchen"]);
    expect(await list("sort=name&skip=1&limit=1")).toMatchObject({
      total: 3,
      items: [{ name: "Coral reef" }],
    });
    expect(await list("search=nothing%20like%20it")).toEqual({ items: [], total: 0 });
  });

  it("shows the first picture of a draft, and whose it is", async () => {
    const [draft] = (await list("status=ready")).items;
    expect(draft).toMatchObject({ my_role: "owner", shared_by: null });
    expect((await fetch(draft?.thumbnail_url ?? "")).headers.get("content-type")).toBe("image/webp");
    expect((await list("", stranger)).total).toBe(0);
  });

  it.each([
    ["sort=size", "sort"],
    ["status=lost", "status.0"],
    ["theme=Not%20a%20key", "theme.0"],
    [`search=${"x".repeat(101)}`, "search"],
    ["language=xx", "language"],
  ])("refuses %s, naming the field", async (query, path) => {
    const { status, body } = await call<Problem>(nora, "GET", `/api/drafts?${query}`);
    expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, "validation_failed", path]);
  });
});

describe("a copy of a draft", () => {
  it("is there at once, ready with the same pictures, and outlives the draft it was made of", async () => {
    const first = await make(nora, "Pond", { theme: "ocean" });
    const { body } = await call<{ jobId: string }>(nora, "POST", `/api/drafts/${first.id}/generate`, {});
    await untilEnded(nora, body.jobId);
    const copy = await call<Listed>(nora, "POST", `/api/drafts/${first.id}/duplicate`);
    expect(copy).toMatchObject({ status: 201, body: { name: "Pond 2", status: "ready", my_role: "owner" } });
    expect((await call(nora, "DELETE", `/api/drafts/${first.id}`)).status).toBe(204);
    const { body: cards } = await call<{ items: { image_url: string }[] }>(
      nora,
      "GET",
      `/api/drafts/${copy.body.id}/assets`,
    );
    expect((await fetch(cards.items[0]?.image_url ?? "")).status).toBe(200);
    await call(nora, "DELETE", `/api/drafts/${copy.body.id}`);
  });

  it("of somebody else's draft cannot be made", async () => {
    expect((await call(stranger, "POST", `/api/drafts/${reef.id}/duplicate`)).status).toBe(404);
    expect((await call(null, "POST", `/api/drafts/${reef.id}/duplicate`)).status).toBe(401);
    expect((await call(nora, "POST", "/api/drafts/not-an-id/duplicate")).status).toBe(404);
  });
});

describe("several drafts at once", () => {
  it("are foreseen and started together, and each that is refused says why", async () => {
    const ids = [(await make(nora, "One")).id, (await make(nora, "Two")).id, reef.id];
    const forecast = await call<{ items: { refusal: string | null }[]; credits: { needed: number } }>(
      nora,
      "GET",
      `/api/generate/batch?draft_ids=${ids.join(",")}`,
    );
    expect(forecast.body.items.map(({ refusal }) => refusal)).toEqual([null, null, "nothing_to_do"]);
    expect(forecast.body.credits.needed).toBeGreaterThan(0);

    const started = await call<{ items: { draft_id: string; jobId?: string; problem?: Problem }[] }>(
      nora,
      "POST",
      "/api/generate/batch",
      { draft_ids: [...ids, crypto.randomUUID()] },
    );
    expect(started.status).toBe(202);
    expect(started.body.items.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      undefined,
      "nothing_to_do",
      "not_found",
    ]);
    expect(started.body.items[3]?.problem).toMatchObject({ status: 404, type: "/api/docs/errors#not_found" });
    for (const { jobId } of started.body.items.slice(0, 2))
      expect(await untilEnded(nora, jobId ?? "")).toMatchObject({ status: "completed" });
  });

  it("start once, when the same request comes twice", async () => {
    const body = { draft_ids: [(await make(nora, "Three")).id] };
    const key = { "idempotency-key": crypto.randomUUID() };
    const [one, two] = await Promise.all([
      call(nora, "POST", "/api/generate/batch", body, key),
      call(nora, "POST", "/api/generate/batch", body, key),
    ]);
    expect(one.body).toEqual(two.body);
  });

  it.each([
    ["none", { draft_ids: [] }],
    ["thirty-one", { draft_ids: Array.from({ length: 31 }, () => crypto.randomUUID()) }],
    ["one twice", { draft_ids: Array(2).fill("00000000-0000-4000-8000-000000000001") }],
    ["what is no id", { draft_ids: ["reef"] }],
    ["no list", {}],
  ])("are refused: %s", async (_, body) => {
    const { status } = await call(nora, "POST", "/api/generate/batch", body);
    expect(status).toBe(422);
  });
});
