import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { conflictsOf } from "../edits/conflicts.ts";
import { draftEditOf, draftEditOptions } from "./edit-options.ts";
import type { EditDraft } from "./edit-schema.ts";
import { editDraftSchema } from "./edit-schema.ts";
import { applyDraftChange } from "./live.ts";
import { draftKeys } from "./queries.ts";
import type { Draft } from "./schema.ts";

const sea = {
  id: "00000000-0000-4000-8000-000000000001",
  name: "Meer",
  names: { fr: "Meer", en: "Sea", es: null, it: null, de: "Meer" },
  languages: ["de", "fr"],
  background_color: "#1a1a2e",
  image_prompt: null,
  updated_at: "2026-01-01T00:00:00Z",
} as unknown as Draft;

type Answer = (status: number, body: unknown) => void;
let client: QueryClient;
let calls: { body: unknown; answer: Answer }[];

beforeEach(() => {
  calls = [];
  vi.stubGlobal("fetch", (_path: string, init: RequestInit) => {
    return new Promise<Response>((done) => {
      const answer: Answer = (status, body) => done(new Response(JSON.stringify(body), { status }));
      calls.push({ body: JSON.parse(String(init.body)), answer });
    });
  });
  client = new QueryClient();
  client.setQueryData(draftKeys.detail(sea.id), sea);
});

const shown = () => client.getQueryData<Draft>(draftKeys.detail(sea.id)) as Draft;
const edit = (input: EditDraft) =>
  new MutationObserver(client, draftEditOptions(client, sea.id)).mutate(draftEditOf(client, sea.id, input));
const nextCall = async () => {
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0), 60_000);
  return calls.shift() as (typeof calls)[number];
};
const later = (change: Partial<Draft>): Draft => ({ ...sea, ...change, updated_at: "2026-01-01T00:00:09Z" });

describe("an edit of a universe", () => {
  it("of its name is seen at once in every language that said the old one, and undone in all of them", async () => {
    const done = edit({ name: "Ozean" });
    const { body, answer } = await nextCall();
    expect(body).toEqual({ name: "Ozean", expected: { name: "Meer" } });
    const names = { fr: "Ozean", en: "Sea", es: null, it: null, de: "Ozean" };
    expect(shown()).toMatchObject({ name: "Ozean", names });
    answer(200, later({ name: "Ozean", names }));
    expect((await done).undo).toEqual({
      name: "Meer",
      names: { fr: "Meer", de: "Meer" },
      expected: { name: "Ozean", names: { fr: "Ozean", de: "Ozean" } },
    });
  });

  it("of a name that the page had not heard of yet is undone to that name", async () => {
    const done = edit({ name: "Ozean", expected: { name: "See" } });
    const names = { fr: "Ozean", en: "Sea", es: null, it: null, de: "Ozean" };
    (await nextCall()).answer(200, later({ name: "Ozean", names }));
    expect((await done).undo).toMatchObject({ name: "See", names: { fr: "See", de: "See" } });
  });

  it("that came too late leaves the page and says what the field says now", async () => {
    const done = edit({ name: "Ozean", languages: ["it"] }).catch((error: unknown) => error);
    const errors = [{ path: "languages", message: '["de"]' }];
    (await nextCall()).answer(409, { code: "changed_meanwhile", errors });
    expect(conflictsOf(await done)).toEqual([{ path: "languages", now: ["de"] }]);
    expect(shown()).toEqual(sea);
  });

  it("stays on the page while a message and the answer to the edit before it come in", async () => {
    void edit({ background_color: "#ffffff" });
    const second = edit({ background_color: "#eeeeee" });
    const { answer } = await nextCall();
    const message = { table: "drafts", operation: "UPDATE", record: later({ progress: 40 }) };
    applyDraftChange(client, sea.id, message as never, vi.fn());
    expect(shown()).toMatchObject({ progress: 40, background_color: "#eeeeee" });
    answer(200, { ...later({ background_color: "#ffffff" }), updated_at: "2026-01-01T00:00:10Z" });
    const next = await nextCall();
    expect(next.body).toEqual({ background_color: "#eeeeee", expected: { background_color: "#ffffff" } });
    expect(shown().background_color).toBe("#eeeeee");
    next.answer(409, { code: "changed_meanwhile", errors: [] });
    await second.catch(() => {});
    expect(shown().background_color, "as the first made it").toBe("#ffffff");
  });
});

describe("a change that is sent", () => {
  it("is cleaned as people type, and a colour is in small letters", () => {
    expect(editDraftSchema.parse({ name: "  Unser\nMeer ", background_color: "#AABBCC" })).toEqual({
      name: "Unser Meer",
      background_color: "#aabbcc",
    });
  });

  it.each([
    [{}],
    [{ expected: { name: "x" } }],
    [{ name: " " }],
    [{ name: null }],
    [{ owner_id: "x" }],
    [{ languages: [] }],
    [{ languages: ["de", "de"] }],
    [{ background_color: "red" }],
    [{ names: { xx: "x" } }],
    [{ pieces: ["hat"] }],
  ])("is refused where it is none: %j", (change) => {
    expect(editDraftSchema.safeParse(change).success).toBe(false);
  });
});
