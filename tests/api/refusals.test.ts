import { beforeAll, describe, expect, it } from "vitest";
import { freshWord } from "../fixtures/fresh-word.ts";
import { call } from "../fixtures/studio.ts";
import { type NewEducator, newEducator, signedInClient } from "../setup/stack.ts";

let educator: NewEducator;

beforeAll(async () => {
  educator = await newEducator();
});

async function draft(body: Record<string, unknown> = {}) {
  const { body: made } = await call<{ id: string; slug: string }>(educator, "POST", "/api/drafts", {
    theme: "farm",
    pieces: ["image"],
    ...body,
  });
  return made;
}

describe("a draft", () => {
  const wrong: [string, unknown, string][] = [
    ["no theme", {}, "theme"],
    ["an empty theme", { theme: "   " }, "theme"],
    ["a theme of zero-width characters", { theme: "\u200b\u200e\ufeff" }, "theme"],
    ["a theme of 101 characters", { theme: "x".repeat(101) }, "theme"],
    ["31 cards", { theme: "farm", count: 31 }, "count"],
    ["no cards", { theme: "farm", count: 0 }, "count"],
    ["half a card", { theme: "farm", count: 1.5 }, "count"],
    ["an unknown language", { theme: "farm", languages: ["fr", "xx"] }, "languages.1"],
    ["a language twice", { theme: "farm", languages: ["fr", "fr"] }, "languages"],
    ["no language", { theme: "farm", languages: [] }, "languages"],
    ["a name of 101 characters", { theme: "farm", name: "n".repeat(101) }, "name"],
    ["an unknown visibility", { theme: "farm", visibility: "secret" }, "visibility"],
    ["a list", [], ""],
  ];
  for (const [what, body, path] of wrong)
    it(`with ${what} is refused with the field named`, async () => {
      const answer = await call<{ code: string; errors: { path: string }[] }>(
        educator,
        "POST",
        "/api/drafts",
        body,
      );
      expect(answer.status).toBe(422);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.body.code).toBe("validation_failed");
      expect(answer.body.errors.map((error) => error.path)).toContain(path);
    });

  it("that is no JSON, or too large, is refused kindly", async () => {
    for (const body of ["{", "not json", '{"theme": "a\\u0000b"}', "\ufeff{]"])
      expect((await call(educator, "POST", "/api/drafts", body)).status).toBe(400);
    const large = JSON.stringify({ theme: "x".repeat(2_000_000) });
    expect((await call(educator, "POST", "/api/drafts", large)).status).toBe(413);
  });

  it("keeps its name as typed, in NFC, and gets an address from it", async () => {
    const made = await call<{ name: string; slug: string }>(educator, "POST", "/api/drafts", {
      theme: "farm",
      name: "  E\u0301te\u0301 à la\u202e Straße! ",
    });
    expect(made.status).toBe(201);
    expect(made.body.name).toBe("Été à la Straße!");
    expect(made.body.slug).toMatch(/^ete-a-la-strasse(-\d+)?$/);
  });

  it("gets an address of its own when ten clients take the same name at once", async () => {
    const name = `Same ${freshWord()}`;
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        call<{ slug: string }>(educator, "POST", "/api/drafts", { theme: "farm", name }),
      ),
    );
    expect(made.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(new Set(made.map((answer) => answer.body.slug)).size).toBe(10);
  });

  it("is listed, and gone after it is deleted", async () => {
    const made = await draft();
    const listed = await call<{ items: { id: string }[]; total: number }>(
      educator,
      "GET",
      "/api/drafts?limit=100",
    );
    expect(listed.body.items.map((item) => item.id)).toContain(made.id);
    expect((await call(educator, "DELETE", `/api/drafts/${made.id}`)).status).toBe(204);
    expect((await call(educator, "GET", `/api/drafts/${made.id}`)).status).toBe(404);
    expect((await call(educator, "DELETE", `/api/drafts/${made.id}`)).status).toBe(404);
  });

  it("is not found under an id that is no id", async () => {
    for (const id of ["1", "%27;drop", "..%2f..", "null", "%00", crypto.randomUUID()])
      expect((await call(educator, "GET", `/api/drafts/${id}`)).status).toBe(404);
  });
});

describe("generation and publishing", () => {
  it("are refused for pieces, cards and prompts that make no sense", async () => {
    const { id } = await draft();
    const path = `/api/drafts/${id}`;
    expect((await call(educator, "POST", `${path}/generate`, { pieces: ["smell"] })).status).toBe(422);
    expect((await call(educator, "POST", `${path}/generate`, { asset_ids: ["x"] })).status).toBe(422);
    expect(
      (await call(educator, "POST", `${path}/generate`, { asset_ids: [crypto.randomUUID()] })).status,
    ).toBe(404);
    const card = `${path}/assets/${crypto.randomUUID()}/regenerate`;
    expect((await call(educator, "PATCH", card, { prompt: "" })).status).toBe(422);
    expect((await call(educator, "PATCH", card, { seed: -1 })).status).toBe(422);
    expect((await call(educator, "PATCH", card, {})).status).toBe(404);
    expect((await call(educator, "POST", `${path}/publish`, { visibility: "private" })).status).toBe(422);
    const empty = await call<{ code: string }>(educator, "POST", `${path}/publish`, { visibility: "public" });
    expect([empty.status, empty.body.code]).toEqual([409, "nothing_to_publish"]);
  });

  it("of what failed name nothing else, and have nothing to do where nothing failed", async () => {
    const { id } = await draft();
    const path = `/api/drafts/${id}`;
    for (const more of [{ pieces: ["image"] }, { asset_ids: [] }, { only: "everything" }])
      expect((await call(educator, "POST", `${path}/generate`, { only: "failed", ...more })).status).toBe(
        422,
      );
    const none = await call<{ code: string }>(educator, "POST", `${path}/generate`, { only: "failed" });
    expect(none.body.code).toBe("nothing_to_do");
    const told = await call<{ refusal: string }>(educator, "GET", `${path}/preflight?only=failed`);
    expect(told.body.refusal).toBe("nothing_to_do");
    expect((await call(educator, "GET", `${path}/preflight?only=failed&pieces=image`)).status).toBe(422);
  });

  it("start once, however often the button is pressed", async () => {
    const { id } = await draft({ count: 2 });
    const key = crypto.randomUUID();
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () =>
        call<{ jobId: string }>(
          educator,
          "POST",
          `/api/drafts/${id}/generate`,
          {},
          { "idempotency-key": key },
        ),
      ),
    );
    expect(new Set(clicks.map((answer) => `${answer.status} ${answer.body.jobId}`)).size).toBe(1);
    const other = await call<{ code: string }>(educator, "POST", `/api/drafts/${id}/generate`, {});
    expect(other.status).toBe(409);
    await call(educator, "DELETE", `/api/jobs/${clicks[0]?.body.jobId}`);
  });
});

describe("jobs", () => {
  it("are shown to their owner without technical detail, and to staff with it", async () => {
    const support = await signedInClient("support@studio.test");
    const { data } = await support.auth.getSession();
    const staff = { accessToken: data.session?.access_token ?? "" };
    expect((await call(educator, "GET", "/api/jobs?scope=all")).status).toBe(403);
    const all = await call<{ items: { id: string; user_email: string }[]; total: number }>(
      staff,
      "GET",
      `/api/jobs?scope=all&limit=5&user_id=${educator.id}`,
    );
    expect(all.status).toBe(200);
    const [job] = all.body.items;
    expect(job?.user_email).toBe(educator.email);
    expect(Object.keys((await call(staff, "GET", `/api/jobs/${job?.id}`)).body)).toContain("error_detail");
    expect((await call(staff, "DELETE", `/api/jobs/${job?.id}`)).status).toBe(403);
    const mine = await call<{ items: { id: string }[] }>(educator, "GET", "/api/jobs?limit=1");
    const shown = await call(educator, "GET", `/api/jobs/${mine.body.items[0]?.id}`);
    expect(Object.keys(shown.body)).not.toContain("error_detail");
  });

  it("are asked for with sensible filters", async () => {
    for (const query of [
      "status=lost",
      "type=dance",
      "limit=0",
      "limit=101",
      "skip=-1",
      "skip=99999999999",
      "draft_id=x",
      "scope=none",
    ])
      expect((await call(educator, "GET", `/api/jobs?${query}`)).status).toBe(422);
  });
});

describe("an address", () => {
  it("that nothing answers is refused in the shape of errors, also when it is no text", async () => {
    expect((await call<{ code: string }>(null, "POST", "/api/nothing", {})).body.code).toBe("not_found");
    for (const path of ["/api/jobs/%ff", "/u/%ff", "/media/%e4"]) {
      const answer = await call<{ code: string }>(null, "GET", path);
      expect([answer.status, answer.body.code]).toEqual([400, "bad_request"]);
    }
    expect((await call(null, "GET", "/api/universes?skip=99999999999")).status).toBe(422);
  });
});

it("every answer carries a request id, its duration and the version", async () => {
  const answer = await call(educator, "GET", "/api/health", undefined, { "x-request-id": "my-id" });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ status: "healthy" });
  expect(answer.headers.get("x-request-id")).toBe("my-id");
  expect(answer.headers.get("x-process-time")).toMatch(/^\d/);
  expect(answer.headers.get("x-api-version")).toBe("1");
});
