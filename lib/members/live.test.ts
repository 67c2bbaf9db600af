import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ChangeMessage } from "../contract/topics.ts";
import { draftKeys } from "../drafts/queries.ts";
import { applyMemberChange } from "./live.ts";
import { memberKeys } from "./queries.ts";

let client: QueryClient;
const fetched = vi.fn<(path: string) => Promise<Response>>();

beforeEach(() => {
  client = new QueryClient();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const message = (record: Record<string, unknown>): ChangeMessage => ({
  id: "1",
  schema: "public",
  table: "draft_members",
  operation: "UPDATE",
  sequence: 1,
  record,
});

const show = (my_role: string) => {
  client.setQueryData(draftKeys.detail("d"), { id: "d", name: "Newest name", my_role });
  client.setQueryData(memberKeys.people("d"), { items: [] });
};

it("reads the list of people anew, and nothing else for an owner", async () => {
  show("owner");
  await applyMemberChange(client, "d", message({ draft_id: "d", user_id: "ada" }));
  await vi.waitFor(
    () => expect(client.getQueryState(memberKeys.people("d"))?.isInvalidated).toBe(true),
    60_000,
  );
  expect(fetched).not.toHaveBeenCalled();
});

it("takes only the role from a reading, which may be older than the page", async () => {
  show("viewer");
  fetched.mockResolvedValue(Response.json({ id: "d", name: "Old name", my_role: "editor" }));
  await applyMemberChange(client, "d", message({ draft_id: "d", user_id: "ada" }));
  expect(client.getQueryData(draftKeys.detail("d"))).toEqual({
    id: "d",
    name: "Newest name",
    my_role: "editor",
  });
});

it("knows that the draft is gone for me when I may not read it any more", async () => {
  show("viewer");
  fetched.mockResolvedValue(Response.json({ code: "not_found" }, { status: 404 }));
  await applyMemberChange(client, "d", message({ draft_id: "d", user_id: "ada" }));
  expect(client.getQueryData(draftKeys.detail("d"))).toMatchObject({ my_role: null });
});

it("keeps the role while the answer is something else", async () => {
  show("viewer");
  fetched.mockResolvedValue(Response.json({ code: "database_unavailable" }, { status: 503 }));
  await applyMemberChange(client, "d", message({ draft_id: "d", user_id: "ada" }));
  expect(client.getQueryData(draftKeys.detail("d"))).toMatchObject({ my_role: "viewer" });
});

it("asks for no role when only an invitation changed", async () => {
  show("viewer");
  await applyMemberChange(client, "d", message({ draft_id: "d" }));
  expect(fetched).not.toHaveBeenCalled();
});
