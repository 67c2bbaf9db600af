import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import { Problem } from "../problem.ts";
import { applyDraftChange, readDraftAnew } from "./live.ts";
import { draftKeys, type Page } from "./queries.ts";
import type { Asset, Draft } from "./schema.ts";

const draftId = "00000000-0000-4000-8000-000000000001";
const names = { fr: "le lion", en: "lion", es: "león", it: "leone", de: "Löwe" };

const lion: Asset = {
  id: "a1",
  draft_id: draftId,
  sort_order: 0,
  concept: "lion",
  status: "ready",
  progress: 100,
  names,
  image_prompt: "A friendly lion",
  own_image_prompt: null,
  video_prompt: "The lion moves gently",
  own_video_prompt: null,
  is_approved: false,
  stale: [],
  image_path: "one/lion.webp",
  image_url: "http://storage/one",
  video_path: null,
  video_url: null,
  model3d_path: null,
  model3d_url: null,
  texts: {},
  error_code: null,
  error_message: null,
  updated_at: "2026-01-01T00:00:00Z",
};
const parrot: Asset = {
  ...lion,
  id: "a2",
  sort_order: 1,
  concept: "parrot",
  image_path: null,
  image_url: null,
};

function change(
  table: ChangeMessage["table"],
  record: object,
  operation: ChangeMessage["operation"] = "UPDATE",
) {
  return { id: "m", schema: "public", table, operation, sequence: 1, record } as ChangeMessage;
}

function record({
  image_url: _image,
  video_url: _video,
  model3d_url: _figure,
  texts: _texts,
  ...rest
}: Asset) {
  return rest;
}

let client: QueryClient;
const cards = () => client.getQueryData<Page<Asset>>(draftKeys.assets(draftId))?.items ?? [];

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(draftKeys.assets(draftId), { items: [lion, parrot], total: 2 });
});

it("a message from before what a refetch read changes nothing", () => {
  const older = { ...record(lion), progress: 40, updated_at: "2025-12-31T23:59:59Z" };
  applyDraftChange(client, draftId, change("draft_assets", older), vi.fn());
  expect(cards()[0]).toBe(lion);
});

describe("the end of a job that the page follows", () => {
  const job = { id: "j1", parent_id: null, status: "processing", progress: 40 };
  const key = draftKeys.job(draftId, job.id);

  it("is shown", () => {
    client.setQueryData(key, job);
    applyDraftChange(client, draftId, change("jobs", { ...job, status: "completed" }), vi.fn());
    expect(client.getQueryData(key)).toMatchObject({ status: "completed" });
  });

  it("is shown too when it overtakes the first reading of the job", async () => {
    const slow = new Promise<typeof job>(() => {});
    const queryFn = vi.fn(async () => ({ ...job, status: "completed" })).mockReturnValueOnce(slow);
    const observer = new QueryObserver(client, { queryKey: key, queryFn, retry: false });
    const unsubscribe = observer.subscribe(() => {});
    applyDraftChange(client, draftId, change("jobs", { ...job, status: "completed" }), vi.fn());
    await vi.waitFor(() => expect(client.getQueryData(key)).toMatchObject({ status: "completed" }), 60_000);
    unsubscribe();
  });

  it("of a job that nobody follows is not kept", () => {
    applyDraftChange(client, draftId, change("jobs", job), vi.fn());
    expect(client.getQueryState(key)).toBeUndefined();
  });
});

describe("a change of a card", () => {
  it("shows progress without touching the other cards or signing anything", () => {
    const sign = vi.fn();
    applyDraftChange(client, draftId, change("draft_assets", { ...record(lion), progress: 40 }), sign);
    expect(cards()[0]).toMatchObject({ progress: 40, image_url: "http://storage/one" });
    expect(cards()[1]).toBe(parrot);
    expect(sign).not.toHaveBeenCalled();
  });

  it("keeps the old picture until the new one has an address", async () => {
    const sign = vi.fn(async () => "http://storage/two");
    const message = change("draft_assets", { ...record(lion), image_path: "two/lion.webp" });
    applyDraftChange(client, draftId, message, sign);
    expect(cards()[0]?.image_url).toBe("http://storage/one");
    await vi.waitFor(() => expect(cards()[0]?.image_url).toBe("http://storage/two"), 60_000);
    expect(cards()[0]?.image_path).toBe("two/lion.webp");
    expect(sign).toHaveBeenCalledExactlyOnceWith("two/lion.webp");
  });

  it("signs a picture once, however many messages name it meanwhile", async () => {
    const sign = vi.fn(async () => "http://storage/two");
    for (const progress of [60, 80, 100]) {
      const message = change("draft_assets", { ...record(lion), image_path: "two", progress });
      applyDraftChange(client, draftId, message, sign);
    }
    await vi.waitFor(
      () => expect(cards()[0]).toMatchObject({ image_url: "http://storage/two", progress: 100 }),
      10_000,
    );
    expect(sign).toHaveBeenCalledTimes(1);
  });

  it("keeps the old picture together with its key when the new one cannot be signed", async () => {
    const message = change("draft_assets", { ...record(lion), image_path: "two" });
    applyDraftChange(client, draftId, message, async () => null);
    await Promise.resolve();
    expect(cards()[0]).toMatchObject({ image_path: "one/lion.webp", image_url: "http://storage/one" });
  });

  it("shows the newest picture when two come in a row and the older is signed last", async () => {
    const waiting = new Map<string, (url: string) => void>();
    const sign = (path: string) => new Promise<string>((resolve) => waiting.set(path, resolve));
    for (const path of ["two", "three"]) {
      applyDraftChange(client, draftId, change("draft_assets", { ...record(lion), image_path: path }), sign);
    }
    waiting.get("three")?.("http://storage/three");
    await vi.waitFor(() => expect(cards()[0]?.image_url).toBe("http://storage/three"), 60_000);
    waiting.get("two")?.("http://storage/two");
    await Promise.resolve();
    expect(cards()[0]?.image_url).toBe("http://storage/three");
  });

  it("shows no picture that was taken away, or replaced by the old one, while it was signed", async () => {
    for (const path of [null, "one/lion.webp"]) {
      client.setQueryData(draftKeys.assets(draftId), { items: [lion], total: 1 });
      let finish: (url: string) => void = () => {};
      const sign = () => new Promise<string>((done) => (finish = done));
      applyDraftChange(client, draftId, change("draft_assets", { ...record(lion), image_path: "two" }), sign);
      applyDraftChange(client, draftId, change("draft_assets", { ...record(lion), image_path: path }), sign);
      finish("http://storage/two");
      await new Promise((done) => setTimeout(done));
      expect(cards()[0]).toMatchObject({
        image_path: path,
        image_url: path && "http://storage/one",
      });
    }
  });

  it("asks for everything anew when signing breaks off, and signs the picture when it is named again", async () => {
    const reads = vi.spyOn(client, "invalidateQueries");
    const sign = vi
      .fn<(path: string) => Promise<string>>()
      .mockRejectedValueOnce(new TypeError("offline"))
      .mockResolvedValue("http://storage/two");
    const message = change("draft_assets", { ...record(lion), image_path: "two" });
    applyDraftChange(client, draftId, message, sign);
    await vi.waitFor(() => expect(reads).toHaveBeenCalledTimes(1), 60_000);
    applyDraftChange(client, draftId, message, sign);
    await vi.waitFor(() => expect(cards()[0]?.image_url).toBe("http://storage/two"), 60_000);
  });

  it("puts a new card in its place", () => {
    const toucan = { ...record(parrot), id: "a0", sort_order: -1, concept: "toucan" };
    applyDraftChange(client, draftId, change("draft_assets", toucan, "INSERT"), vi.fn());
    expect(cards().map(({ concept }) => concept)).toEqual(["toucan", "lion", "parrot"]);
  });

  it("takes a deleted card away", () => {
    applyDraftChange(client, draftId, change("draft_assets", { id: "a1" }, "DELETE"), vi.fn());
    expect(cards()).toEqual([parrot]);
  });
});

describe("a change of a draft", () => {
  const draft = {
    id: draftId,
    name: "Jungle",
    status: "generating",
    progress: 10,
    thumbnail_url: "t",
  } as Draft;
  const sent = { id: draftId, name: "Jungle", status: "ready", progress: 100 };

  it("keeps the thumbnail, which the message does not know", () => {
    client.setQueryData(draftKeys.detail(draftId), draft);
    applyDraftChange(client, draftId, change("drafts", sent), vi.fn());
    expect(client.getQueryData(draftKeys.detail(draftId))).toEqual({ ...draft, ...sent });
  });

  const seen = () => client.getQueryData<Draft>(draftKeys.detail(draftId));

  it("that is its end leaves nobody any part in it, and says that it was deleted", () => {
    client.setQueryData(draftKeys.detail(draftId), { ...draft, my_role: "editor" });
    const gone = { ...change("drafts", { id: draftId }, "DELETE"), sequence: null };
    applyDraftChange(client, draftId, gone, vi.fn());
    expect(seen()).toMatchObject({ name: "Jungle", my_role: null });
    expect(client.getQueryData(draftKeys.deleted(draftId))).toBe(true);
  });

  describe("that nobody told", () => {
    /** What the next reading of the draft, and of one of its jobs, says. */
    const answer = (ofDraft: () => Promise<Draft>, ofJob: () => Promise<unknown> = async () => ({})) => {
      client.removeQueries({ queryKey: draftKeys.detail(draftId) });
      client.setQueryDefaults(draftKeys.detail(draftId), { queryFn: ofDraft, retry: false });
      client.setQueryDefaults(draftKeys.job(draftId, "j"), { queryFn: ofJob, retry: false });
      client.setQueryData(draftKeys.detail(draftId), { ...draft, my_role: "editor" });
      client.setQueryData(draftKeys.job(draftId, "j"), {});
    };
    const fails = (code: "not_found" | "offline") => async () => {
      throw new Problem(code);
    };

    it("is found out when it is read anew: who is away by then is led out", async () => {
      answer(fails("not_found"), fails("not_found"));
      await readDraftAnew(client, draftId);
      expect(seen()).toMatchObject({ my_role: null });
      expect(client.getQueryData(draftKeys.deleted(draftId))).toBeUndefined();
    });

    it("is not guessed from an answer that did not come, or from a job that is gone", async () => {
      answer(fails("offline"));
      await expect(readDraftAnew(client, draftId)).rejects.toThrow("offline");
      answer(async () => ({ ...draft, my_role: "editor" }), fails("not_found"));
      await expect(readDraftAnew(client, draftId)).rejects.toThrow("not_found");
      expect(seen()).toMatchObject({ my_role: "editor" });
    });
  });
});
