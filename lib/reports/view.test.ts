import { expect, it } from "vitest";
import { myReportsView, readStaffView, type StaffView, writeStaffView } from "./view.ts";

const read = (query: string) => readStaffView(new URLSearchParams(query));
const usual: StaffView = { status: "open", page: 1, look: null, universeId: null };

it("an address without a query asks for the first page of what waits", () => {
  expect(read("")).toEqual(usual);
  expect(writeStaffView(usual)).toBe("");
});

it("what is looked at is in the address, and read from it again", () => {
  const view: StaffView = {
    status: "upheld",
    page: 3,
    look: { slug: "our-sea", release: 2 },
    universeId: "3b241101-e2bb-4255-8caf-4136c566a962",
  };
  expect(writeStaffView(view)).toBe(
    "?status=upheld&universe=3b241101-e2bb-4255-8caf-4136c566a962&page=3&look=our-sea&release=2",
  );
  expect(read(writeStaffView(view))).toEqual(view);
});

it.each(["status=gone", "page=0", "page=x", "page=1e9", "release=2", "universe=all", "look="])(
  "what nobody could have meant is as usual: %s",
  (query) => expect(read(query)).toEqual(usual),
);

it("one's own reports begin with the first page, whatever the address says", () => {
  expect(myReportsView("2")).toEqual({ page: 2, skip: 20, limit: 20 });
  for (const odd of [undefined, "0", "-1", "1.5", "x", ["2", "3"]])
    expect(myReportsView(odd)).toEqual({ page: 1, skip: 0, limit: 20 });
});
