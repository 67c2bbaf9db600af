import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { jobTypes } from "../contract/jobs.ts";
import { jobStatuses } from "../contract/statuses.ts";
import { type DashboardFilter, fitsFilter, isStuck, readJobFilter, writeJobFilter } from "./filter.ts";
import { jobFilterSchema } from "./filter-schema.ts";
import { staffJob } from "./testing/staff-job.ts";

const read = (query: string) => readJobFilter(new URLSearchParams(query));
const now = Date.parse("2026-11-21T12:00:00Z");
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

describe("a filter in the address", () => {
  it("says which jobs are meant", () => {
    expect(read("status=failed,cancelled&type=publish&text=nora&stuck=true&created_from=2026-11-01")).toEqual(
      {
        status: ["failed", "cancelled"],
        type: ["publish"],
        text: "nora",
        stuck: true,
        created_from: "2026-11-01",
      },
    );
  });

  it("passes over what nobody understands, and keeps the rest", () => {
    expect(read("status=lost&type=publish&user_id=me&created_to=yesterday&stuck=perhaps&job=1")).toEqual({
      type: ["publish"],
    });
  });

  it("takes a key that comes twice as a list", () => {
    expect(read("status=failed&status=pending")).toEqual({ status: ["failed", "pending"] });
  });

  it("is the same after it was written and read again, whatever it says", () => {
    const filters = fc.record(
      {
        status: fc.uniqueArray(fc.constantFrom(...jobStatuses), { minLength: 1 }),
        type: fc.uniqueArray(fc.constantFrom(...jobTypes), { minLength: 1 }),
        user_id: fc.uuid({ version: 4 }),
        text: fc
          .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 50 })
          .filter((text) => text.trim() === text && !/\s\s/.test(text)),
        created_from: fc.constant("2026-11-01"),
        created_to: fc.constant("2026-11-21T10:00:00Z"),
        stuck: fc.constant(true as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const written = writeJobFilter(filter as DashboardFilter);
        const again = readJobFilter(new URLSearchParams(written.toString()));
        expect(writeJobFilter(again).toString()).toBe(written.toString());
        expect(jobFilterSchema.safeParse(Object.fromEntries(written)).success).toBe(true);
      }),
    );
  });
});

describe("a stuck job", () => {
  it("waits though it could have run for over ten minutes", () => {
    const job = staffJob({ status: "pending", run_at: ago(601) });
    expect(isStuck(job, now, 0)).toBe(true);
    expect(isStuck({ ...job, run_at: ago(599) }, now, 0)).toBe(false);
    expect(isStuck({ ...job, unmet_dependencies: 1 }, now, 0)).toBe(false);
    expect(isStuck({ ...job, is_parent: true }, now, 0)).toBe(false);
  });

  it("runs with a lease that was over for a minute when it was read, not only by the clock since", () => {
    const job = staffJob({ status: "processing", lease_expires_at: ago(61) });
    expect(isStuck(job, now, now)).toBe(true);
    expect(isStuck(job, now, now - 5000)).toBe(false);
  });

  it("has not ended", () => {
    const job = staffJob({ status: "failed", run_at: ago(9999), lease_expires_at: ago(9999) });
    expect(isStuck(job, now, now)).toBe(false);
  });
});

describe("a job that is announced", () => {
  const job = staffJob({
    status: "failed",
    type: "publish",
    error_code: "expired",
    user_email: "Nora@studio.test",
    draft_name: "My Ocean",
    created_at: "2026-11-21T10:00:00.123456+00:00",
  });
  const fits = (filter: DashboardFilter) => fitsFilter(job, filter, now);

  it("fits when it has all that the filter asks for", () => {
    expect(fits({})).toBe(true);
    expect(fits({ status: ["failed", "pending"], type: ["publish"], user_id: job.user_id })).toBe(true);
    expect(fits({ created_from: "2026-11-21", created_to: "2026-11-21" })).toBe(true);
  });

  it.each([
    { status: ["pending"] },
    { type: ["generate_image"] },
    { user_id: "00000000-0000-4000-8000-000000000000" },
    { draft_id: "00000000-0000-4000-8000-000000000000" },
    { parent_id: "00000000-0000-4000-8000-000000000000" },
    { created_from: "2026-11-22" },
    { created_to: "2026-11-20" },
    { created_to: "2026-11-21T09:59:59Z" },
    { stuck: true },
  ] satisfies DashboardFilter[])("does not fit %j", (filter) => {
    expect(fits(filter)).toBe(false);
  });

  it("is found by parts of its person and universe, by its whole error code, and by ids", () => {
    expect(fits({ text: "nora@" })).toBe(true);
    expect(fits({ text: "ocean" })).toBe(true);
    expect(fits({ text: "expired" })).toBe(true);
    expect(fits({ text: job.id })).toBe(true);
    expect(fits({ text: job.user_id })).toBe(true);
    expect(fits({ text: "00000000-0000-4000-8000-000000000000" })).toBe(false);
  });

  it("may be found by what it does not carry, which only the database knows", () => {
    expect(fits({ text: "jungle" })).toBe(null);
    expect(fits({ universe_slug: "my-ocean" })).toBe(null);
    expect(fits({ text: "jungle", status: ["pending"] })).toBe(false);
  });
});
