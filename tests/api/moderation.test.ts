import { beforeAll, describe, expect, it } from "vitest";
import { call } from "../fixtures/studio.ts";
import { type NewEducator, newEducator } from "../setup/stack.ts";

let educator: NewEducator;

beforeAll(async () => {
  educator = await newEducator();
});

describe("words that are not for children", () => {
  it("are refused by name and reason before anything is made", async () => {
    const theme = "soldiers shooting with guns";
    expect(await call(educator, "POST", "/api/drafts", { theme })).toMatchObject({
      status: 422,
      body: {
        code: "prompt_blocked",
        errors: expect.arrayContaining([{ path: "theme", message: "weapons" }]),
      },
    });
    expect(
      (await call<{ items: { theme: string }[] }>(educator, "GET", "/api/drafts")).body.items.map(
        (item) => item.theme,
      ),
    ).not.toContain(theme);
  });

  it("are refused as the mood of the music, before anything is queued or paid", async () => {
    const draft = await call<{ id: string }>(educator, "POST", "/api/drafts", { theme: "farm", count: 1 });
    const options = { music: { mood: "happy", genre: "guns and naked women" } };
    expect(
      await call(educator, "POST", `/api/drafts/${draft.body.id}/generate`, { pieces: ["music"], options }),
    ).toMatchObject({
      status: 422,
      body: {
        code: "prompt_blocked",
        errors: expect.arrayContaining([{ path: "options.music.genre", message: "weapons" }]),
      },
    });
    const jobs = await call<{ items: unknown[] }>(educator, "GET", `/api/jobs?draft_id=${draft.body.id}`);
    expect(jobs.body.items).toEqual([]);
  });

  it("are refused in the language of the deck, and let through where they mean something else", async () => {
    expect(
      (await call(educator, "POST", "/api/drafts", { theme: "der dicke Hund", languages: ["de"] })).status,
    ).toBe(201);
    expect(
      (await call(educator, "POST", "/api/drafts", { theme: "le coq de la ferme", languages: ["fr"] }))
        .status,
    ).toBe(201);
  });
});
