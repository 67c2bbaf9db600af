import { describe, expect, it } from "vitest";
import { readCursor, toCursor } from "./cursor.ts";
import { jobFilterSchema, listJobsSchema } from "./filter-schema.ts";

const id = "00000000-0000-4000-8000-000000000001";
const read = (filter: object) => jobFilterSchema.safeParse(filter).data;

describe("a filter of jobs", () => {
  it("takes several statuses and types, with commas or as a list, each once", () => {
    expect(read({ status: "failed,pending,failed" })).toEqual({ status: ["failed", "pending"] });
    expect(read({ status: ["failed"], type: ["publish", "generate_image"] })).toEqual({
      status: ["failed"],
      type: ["publish", "generate_image"],
    });
  });

  it("takes days of UTC whole, and moments in any zone", () => {
    expect(read({ created_from: "2026-02-01", created_to: "2026-02-28" })).toEqual({
      created_from: "2026-02-01T00:00:00.000Z",
      created_to: "2026-03-01T00:00:00.000Z",
    });
    expect(read({ created_from: "2026-02-01T12:30:00+02:00" })).toEqual({
      created_from: "2026-02-01T10:30:00.000Z",
    });
  });

  it("reads the text that is looked for as a line", () => {
    expect(read({ text: "  E\u0301te\u0301 " })).toEqual({ text: "Été" });
  });

  it("knows stuck jobs from an address and from JSON", () => {
    expect([read({ stuck: "true" }), read({ stuck: true })]).toEqual([{ stuck: true }, { stuck: true }]);
  });

  const wrong: [string, object][] = [
    ["an unknown status", { status: "lost" }],
    ["an empty status", { status: "" }],
    ["one unknown among known types", { type: "publish,dance" }],
    ["a person who is no id", { user_id: "me" }],
    ["a person twice", { user_id: [id, id] }],
    ["a day that is none", { created_from: "2026-02-30" }],
    ["a month before all jobs", { created_from: "0001-01-01" }],
    ["a word for a date", { created_to: "yesterday" }],
    ["a time without its zone", { created_to: "2026-02-01T10:00:00" }],
    ["a long text", { text: "x".repeat(10_000) }],
    ["a text of nothing", { text: "\u200b" }],
    ["a text with NUL", { text: "a\0b" }],
    ["an address that is none", { universe_slug: "../farm" }],
    ["stuck in other words", { stuck: "yes" }],
    ["a cursor that is none", { cursor: "x" }],
  ];
  it.each(wrong)("with %s is refused", (_what, filter) => {
    expect(jobFilterSchema.safeParse(filter).success).toBe(false);
  });
});

describe("a cursor", () => {
  const position = { created_at: "2026-11-21T10:00:00.123456+00:00", id };

  it("keeps the place in a list to the microsecond, and fits into an address", () => {
    const cursor = toCursor(position);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor)).toEqual(position);
    expect(listJobsSchema.parse({ cursor }).cursor).toBe(cursor);
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it.each([
    "",
    "!",
    "{}",
    "x".repeat(10_000),
    encode(null),
    encode([position]),
    encode({ ...position, id: "1" }),
    encode({ ...position, created_at: "now" }),
    encode({ ...position, more: 1 }),
    Buffer.from("\xff\xfe").toString("base64url"),
  ])("that was made up is none: %s", (cursor) => expect(readCursor(cursor)).toBeNull());
});
