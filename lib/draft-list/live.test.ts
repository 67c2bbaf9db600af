import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import type { Page } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { applyDraftListChange } from "./live.ts";
import { appendDrafts, draftListKey } from "./queries.ts";
import type { DraftView } from "./view.ts";

let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
});

/** A draft made on that day of May, and changed so many hours after. */
const draft = (id: string, day: number, parts: Partial<Draft> = {}, hours = 0) =>
  ({
    id,
    name: id,
    names: { fr: null, en: null, es: null, it: null, de: null },
    theme: "ocean",
    template: "ocean",
    status: "ready",
    progress: 100,
    thumbnail_path: null,
    thumbnail_url: null,
    my_role: "owner",
    shared_by: null,
    created_at: `2026-05-0${day}T08:00:00Z`,
    updated_at: `2026-05-0${day}T${String(8 + hours).padStart(2, "0")}:00:00Z`,
    ...parts,
  }) as Draft;

const plain: DraftView = { sort: "newest" };
const show = (view: DraftView, items: Draft[], total = items.length) =>
  client.setQueryData<Page<Draft>>(draftListKey(view, "en"), { items, total });
const page = (view: DraftView) => client.getQueryData<Page<Draft>>(draftListKey(view, "en"));
const ids = (view: DraftView) => [page(view)?.items.map(({ id }) => id), page(view)?.total];
const hear = (
  record: Partial<Draft>,
  operation: ChangeMessage["operation"] = "UPDATE",
  sign = vi.fn(async (path: string): Promise<string | null> => `http://storage/${path}`),
) => applyDraftListChange(client, { table: "drafts", operation, record } as unknown as ChangeMessage, sign);

/** What the database says of a draft: nothing about sharing, and no addresses. */
function said({ my_role: _role, shared_by: _by, thumbnail_url: _url, ...record }: Draft): Partial<Draft> {
  return record;
}

describe("a list without a filter", () => {
  it("takes up what is new, where it belongs, and drops what is deleted", () => {
    const oldest: DraftView = { sort: "oldest" };
    const byName: DraftView = { sort: "name" };
    for (const view of [plain, oldest, byName]) show(view, [draft("b", 2)]);
    hear(said(draft("c", 3)), "INSERT");
    hear(said(draft("a", 1)), "INSERT");
    expect(ids(plain)).toEqual([["c", "b", "a"], 3]);
    expect(ids(oldest)).toEqual([["a", "b", "c"], 3]);
    expect(ids(byName)).toEqual([["a", "b", "c"], 3]);
    hear({ id: "b" }, "DELETE");
    expect(ids(plain)).toEqual([["c", "a"], 2]);
  });

  it("knows that what is new is one's own", () => {
    show(plain, []);
    hear(said(draft("a", 1)), "INSERT");
    expect(page(plain)?.items[0]).toMatchObject({ my_role: "owner", shared_by: null });
  });

  it("keeps what messages are silent about, and the rows that they are not about", () => {
    const shared = draft("a", 1, {
      my_role: "viewer",
      shared_by: "Nora",
      thumbnail_path: "p",
      thumbnail_url: "u",
    });
    const other = draft("b", 2);
    show(plain, [other, shared]);
    hear(said({ ...shared, progress: 40, updated_at: "2026-05-02T00:00:00Z" }));
    expect(page(plain)?.items[1]).toMatchObject({ progress: 40, shared_by: "Nora", thumbnail_url: "u" });
    expect(page(plain)?.items[0]).toBe(other);
  });

  it("keeps to what it shows when an older message comes late", () => {
    show(plain, [draft("a", 1, { progress: 80 }, 5)]);
    hear(said(draft("a", 1, { progress: 10 }, 1)));
    expect(page(plain)?.items[0]?.progress).toBe(80);
  });

  it("signs a first picture as it comes, and keeps the one that is shown", async () => {
    show(plain, [draft("a", 1, { thumbnail_path: "old", thumbnail_url: "shown" }), draft("b", 1)]);
    const sign = vi.fn(async (path: string) => `http://storage/${path}`);
    hear({ ...said(draft("a", 1)), thumbnail_path: "new" }, "UPDATE", sign);
    expect(sign).not.toHaveBeenCalled();
    hear({ ...said(draft("b", 1)), thumbnail_path: "first" }, "UPDATE", sign);
    await vi.waitFor(() => expect(page(plain)?.items[1]?.thumbnail_url).toBe("http://storage/first"), 60_000);
  });

  it("does not move what is being made to the front at every step, but does move what gets another name", () => {
    const updated: DraftView = { sort: "updated" };
    const byName: DraftView = { sort: "name" };
    for (const view of [updated, byName]) show(view, [draft("a", 2), draft("b", 1)]);
    hear(said(draft("b", 1, { progress: 10, name: "0" }, 15)));
    expect(ids(updated)).toEqual([["a", "b"], 2]);
    expect(page(updated)?.items[1]?.progress).toBe(10);
    expect(ids(byName)).toEqual([["b", "a"], 2]);
  });
});

describe("a list of which only the beginning is loaded", () => {
  it("counts what is made and not what it has counted already", () => {
    show(plain, [draft("d", 4), draft("c", 3)], 4);
    expect(hear(said(draft("a", 1, { progress: 3 })))).toBe(false);
    expect(ids(plain)).toEqual([["d", "c"], 4]);
    hear(said(draft("e", 5)), "INSERT");
    expect(ids(plain)).toEqual([["e", "d", "c"], 5]);
  });

  it("asks again when something is deleted that it may have counted", () => {
    show(plain, [draft("d", 4)], 3);
    expect(hear({ id: "unknown" }, "DELETE")).toBe(true);
    show(plain, [draft("d", 4)], 1);
    expect(hear({ id: "unknown" }, "DELETE")).toBe(false);
  });

  it("is continued without showing anything twice", () => {
    const more = appendDrafts(
      { items: [draft("d", 4), draft("c", 3)], total: 4 },
      { items: [draft("c", 3), draft("b", 2)], total: 3 },
    );
    expect([more.items.map(({ id }) => id), more.total]).toEqual([["d", "c", "b"], 3]);
  });
});

describe("a list with a filter", () => {
  const failed: DraftView = { status: ["failed"], sort: "newest" };
  const giraffes: DraftView = { search: "giraffe", sort: "newest" };

  it("takes up what comes to fit, and drops what does not fit any more", () => {
    show(failed, [draft("b", 2, { status: "failed" })]);
    hear(said(draft("c", 3, { status: "failed" })), "INSERT");
    expect(ids(failed)).toEqual([["c", "b"], 2]);
    hear(said(draft("b", 2, { status: "generating" }, 1)));
    expect(ids(failed)).toEqual([["c"], 1]);
    hear(said(draft("d", 4, { status: "ready" })), "INSERT");
    expect(ids(failed)).toEqual([["c"], 1]);
  });

  it("asks whose it is when something else comes to fit, since messages do not say", () => {
    show(failed, []);
    expect(hear(said(draft("a", 1, { status: "failed" })))).toBe(true);
    expect(ids(failed)).toEqual([[], 0]);
    expect(hear({ ...said(draft("b", 1, { status: "failed" })), my_role: "editor", shared_by: "Nora" })).toBe(
      false,
    );
    expect(page(failed)?.items[0]).toMatchObject({ id: "b", shared_by: "Nora" });
  });

  it("asks again when only the cards can tell, but not for what it shows already", () => {
    show(giraffes, [draft("zoo", 1)]);
    expect(hear(said(draft("zoo", 1, { progress: 7 }, 1)))).toBe(false);
    expect(page(giraffes)?.items[0]?.progress).toBe(7);
    expect(hear(said(draft("savanna", 2)))).toBe(true);
    expect(ids(giraffes)).toEqual([["zoo"], 1]);
    expect(hear(said(draft("other", 3, { name: "My giraffes" })), "INSERT")).toBe(false);
    expect(ids(giraffes)).toEqual([["other", "zoo"], 2]);
  });

  it("marks for a new reading only the lists that are uncertain", () => {
    show(plain, []);
    show(giraffes, []);
    hear(said(draft("savanna", 2)), "INSERT");
    const isInvalid = (view: DraftView) => client.getQueryState(draftListKey(view, "en"))?.isInvalidated;
    expect([isInvalid(plain), isInvalid(giraffes)]).toEqual([false, true]);
  });
});

it("is told of drafts, not of other things", () => {
  show(plain, [draft("a", 1)]);
  const before = page(plain);
  applyDraftListChange(
    client,
    { table: "jobs", operation: "UPDATE", record: { id: "a" } } as unknown as ChangeMessage,
    vi.fn(),
  );
  expect(page(plain)).toBe(before);
});
