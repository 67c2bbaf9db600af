import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import { applyDraftChange } from "../drafts/live.ts";
import { draftKeys, type Page } from "../drafts/queries.ts";
import type { Asset } from "../drafts/schema.ts";
import { conflictsOf } from "../edits/conflicts.ts";
import { additionOptions, orderOf, orderOptions, removalOptions } from "./deck-options.ts";
import { assetsEditOptions, cardEditOf } from "./edit-options.ts";
import type { EditAsset } from "./schema.ts";
import { whale } from "./testing/whale.ts";

const draftId = whale.draft_id;
const crab: Asset = { ...whale, id: "00000000-0000-4000-8000-00000000000b", concept: "crab", sort_order: 1 };

interface Call {
  method: string;
  path: string;
  body: Record<string, unknown>;
  answer: (status: number, body: unknown) => void;
}
let client: QueryClient;
let calls: Call[];

/** The API: it keeps every call until the test answers it. */
function answerLater(path: string, init: RequestInit) {
  return new Promise<Response>((done) => {
    calls.push({
      method: init.method ?? "GET",
      path,
      body: init.body ? JSON.parse(String(init.body)) : {},
      answer: (status, body) => done(new Response(status === 204 ? null : JSON.stringify(body), { status })),
    });
  });
}
const nextCall = async () => {
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(0), 60_000);
  return calls.shift() as Call;
};

beforeEach(() => {
  calls = [];
  vi.stubGlobal("fetch", answerLater);
  client = new QueryClient();
  client.setQueryData(draftKeys.assets(draftId), { items: [whale, crab], total: 2 });
});

const cards = () => client.getQueryData<Page<Asset>>(draftKeys.assets(draftId))?.items ?? [];
const card = (id = whale.id) => cards().find((one) => one.id === id) as Asset;
const edit = (input: EditAsset) =>
  new MutationObserver(client, assetsEditOptions(client, draftId)).mutate([
    cardEditOf(client, draftId, whale.id, input),
  ]);
/** The next call as one that changes the whale alone: what is said of it, and an answer with it. */
const nextEdit = async () => {
  const call = await nextCall();
  const [{ id, ...body }] = call.body.items as [Record<string, unknown>];
  expect(id).toBe(whale.id);
  return { ...call, body, answer: (asset: Asset) => call.answer(200, { items: [asset], total: 1 }) };
};
const saved = (change: Partial<Asset>): Asset => ({
  ...whale,
  ...change,
  updated_at: "2026-01-01T00:00:09Z",
});
const named = (de: string): Asset => saved({ names: { ...whale.names, de } });
const told = (asset: Asset): ChangeMessage =>
  ({
    id: "m",
    schema: "public",
    table: "draft_assets",
    operation: "UPDATE",
    sequence: 1,
    record: asset,
  }) as never;

describe("an edit of a card", () => {
  it("is seen at once, sent with what the page showed, and answered with how to undo it", async () => {
    const done = edit({ names: { de: "Hai" } });
    await vi.waitFor(() => expect(card().names.de).toBe("Hai"), 60_000);
    const call = await nextEdit();
    expect(call).toMatchObject({
      method: "PATCH",
      path: `/api/drafts/${draftId}/assets`,
      body: { names: { de: "Hai" }, expected: { names: { de: "Wal" } } },
    });
    call.answer(named("Hai"));
    expect((await done).undo?.items).toEqual([
      {
        id: whale.id,
        names: { de: "Wal" },
        texts: { de: { speak_as: "Waal" } },
        expected: { names: { de: "Hai" }, texts: { de: { speak_as: "Waal" } } },
      },
    ]);
    expect(card()).toMatchObject({ names: { de: "Hai" }, updated_at: "2026-01-01T00:00:09Z" });
    expect(card(crab.id)).toBe(crab);
  });

  it("compares with what the person saw when they began to type, where that is given, and is undone to it", async () => {
    const done = edit({ names: { de: "Hai" }, expected: { names: { de: "Walfisch" } } });
    const call = await nextEdit();
    expect(call.body.expected).toEqual({ names: { de: "Walfisch" } });
    call.answer(named("Hai"));
    expect((await done).undo?.items).toMatchObject([{ names: { de: "Walfisch" } }]);
  });

  it("that came too late leaves the page and says what the field says now", async () => {
    const done = edit({ names: { de: "Hai" }, is_approved: true }).catch((error: unknown) => error);
    const errors = [{ path: "items.0.names.de", message: '"Orka"' }];
    (await nextCall()).answer(409, { code: "changed_meanwhile", errors });
    expect(conflictsOf(await done)).toEqual([{ path: "items.0.names.de", now: "Orka" }]);
    expect(card()).toEqual(whale);
  });

  it("that fails for any other reason has no conflicts", async () => {
    const done = edit({ names: { de: "Hai" } }).catch((error: unknown) => error);
    (await nextCall()).answer(422, {
      code: "prompt_blocked",
      errors: [{ path: "items.0.names.de", message: "drugs" }],
    });
    expect(conflictsOf(await done)).toEqual([]);
    expect(card().names.de).toBe("Wal");
  });

  it("is sent after the one before, expecting what that one made, and the answer of the first hides nothing", async () => {
    void edit({ names: { de: "Hai" } });
    const second = edit({ names: { de: "Hammerhai" } });
    const call = await nextEdit();
    expect(calls).toHaveLength(0);
    call.answer(named("Hai"));
    const next = await nextEdit();
    expect(next.body).toEqual({ names: { de: "Hammerhai" }, expected: { names: { de: "Hai" } } });
    expect(card()).toMatchObject({ names: { de: "Hammerhai" }, updated_at: "2026-01-01T00:00:09Z" });
    next.answer(named("Hammerhai"));
    await second;
    expect(card().names.de).toBe("Hammerhai");
  });

  it("stays on the page while a message tells of the card as it was", async () => {
    const done = edit({ names: { de: "Hai" } });
    const call = await nextEdit();
    applyDraftChange(client, draftId, told(saved({ progress: 40 })), vi.fn());
    expect(card()).toMatchObject({ progress: 40, names: { de: "Hai" } });
    call.answer({ ...named("Hai"), updated_at: "2026-01-01T00:00:10Z" });
    await done;
    expect(card().names.de).toBe("Hai");
  });

  it("answered late shows nothing older than a message that overtook it", async () => {
    const done = edit({ names: { de: "Hai" } });
    const call = await nextEdit();
    applyDraftChange(
      client,
      draftId,
      told({ ...named("Orka"), updated_at: "2026-01-01T00:00:20Z" }),
      vi.fn(),
    );
    call.answer(named("Hai"));
    await done;
    applyDraftChange(
      client,
      draftId,
      told({ ...named("Orka"), updated_at: "2026-01-01T00:00:20Z" }),
      vi.fn(),
    );
    expect(card().names.de).toBe("Orka");
  });
});

it("an edit of several cards is sent as one, and undone as one", async () => {
  const edits = [whale.id, crab.id].map((id) => cardEditOf(client, draftId, id, { is_approved: true }));
  const done = new MutationObserver(client, assetsEditOptions(client, draftId)).mutate(edits);
  const call = await nextCall();
  expect(call.body).toEqual({
    items: [whale.id, crab.id].map((id) => ({ id, is_approved: true, expected: { is_approved: false } })),
  });
  expect(cards().map(({ is_approved }) => is_approved)).toEqual([true, true]);
  call.answer(200, { items: [whale, crab].map((one) => ({ ...one, is_approved: true })), total: 2 });
  expect((await done).undo?.items).toEqual(
    [whale.id, crab.id].map((id) => ({ id, is_approved: false, expected: { is_approved: true } })),
  );
});

describe("a card that is removed", () => {
  const remove = () => new MutationObserver(client, removalOptions(client, draftId)).mutate(whale.id);

  it("leaves at once, and no message brings it back", async () => {
    const done = remove();
    const call = await nextCall();
    applyDraftChange(client, draftId, told(saved({ progress: 40 })), vi.fn());
    expect(cards()).toEqual([crab]);
    call.answer(204, null);
    await done;
    expect(call).toMatchObject({ method: "DELETE", path: `/api/drafts/${draftId}/assets/${whale.id}` });
  });

  it("comes back to its place when that is refused", async () => {
    const done = remove().catch(() => {});
    (await nextCall()).answer(403, { code: "forbidden" });
    await done;
    expect(cards()).toEqual([whale, crab]);
  });
});

it("a card that is added appears in its place when it is there", async () => {
  const done = new MutationObserver(client, additionOptions(client, draftId)).mutate({
    concept: "eel",
    sort_order: 1,
  });
  const eel = { ...crab, id: "00000000-0000-4000-8000-00000000000c", concept: "eel", sort_order: 1 };
  applyDraftChange(client, draftId, told({ ...crab, sort_order: 2 }), vi.fn());
  (await nextCall()).answer(201, eel);
  await done;
  expect(cards().map(({ concept }) => concept)).toEqual(["whale", "eel", "crab"]);
});

describe("a new order", () => {
  const reorder = (ids: string[]) =>
    new MutationObserver(client, orderOptions(client, draftId)).mutate(orderOf(client, draftId, ids));

  it("is seen at once, and answered with the one before", async () => {
    const done = reorder([crab.id, whale.id]);
    const call = await nextCall();
    expect(cards().map(({ concept }) => concept)).toEqual(["crab", "whale"]);
    call.answer(204, null);
    expect(await done).toEqual([whale.id, crab.id]);
  });

  it("that is refused leaves the order as it was", async () => {
    const done = reorder([crab.id, whale.id]).catch(() => {});
    (await nextCall()).answer(409, { code: "changed_meanwhile" });
    await done;
    expect(cards()).toEqual([whale, crab]);
  });
});
