import { describe, expect, it } from "vitest";
import type { StaffMessage } from "../contract/topics.ts";
import { readCursor } from "./cursor.ts";
import type { DashboardFilter } from "./filter.ts";
import { patchPage } from "./page-patch.ts";
import { type DashboardPage, jobPageSize } from "./queries.ts";
import type { StaffJob } from "./schema.ts";
import { staffJob } from "./testing/staff-job.ts";

const minute = (number: number) => `2026-11-21T11:${String(number).padStart(2, "0")}:00+00:00`;
/** Jobs of the minutes 1 to `count`, newest first. */
const jobsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => staffJob({ created_at: minute(count - index) }));

function pageOf(items: StaffJob[], next: string | null = null): DashboardPage {
  return { items, total: items.length, next, readAt: 0 };
}

function message(
  operation: "INSERT" | "UPDATE",
  records: StaffJob[],
  count = records.length,
): StaffMessage<StaffJob> {
  return { id: "", schema: "public", table: "jobs", operation, sequence: null, count, records };
}

const later = (job: StaffJob, change: Partial<StaffJob>): StaffJob => ({
  ...job,
  updated_at: "2026-11-21T11:59:59+00:00",
  ...change,
});

const patch = (
  page: DashboardPage,
  messages: StaffMessage<StaffJob>[],
  { filter = {}, isNewest = true }: { filter?: DashboardFilter; isNewest?: boolean } = {},
) => patchPage(page, messages, { filter, isNewest, now: Date.parse(minute(59)) });

describe("the newest page", () => {
  it("puts a new job on top and counts it", () => {
    const page = pageOf(jobsOf(3));
    const job = staffJob({ created_at: minute(10) });
    const { page: patched, isIncomplete, arrived } = patch(page, [message("INSERT", [job])]);
    expect(patched.items[0]).toBe(job);
    expect(patched.total).toBe(4);
    expect({ isIncomplete, arrived }).toEqual({ isIncomplete: false, arrived: [] });
  });

  it("renews a row where it stands, and leaves all others as they are", () => {
    const page = pageOf(jobsOf(3));
    const [first, second, third] = page.items as [StaffJob, StaffJob, StaffJob];
    const { items, total } = patch(page, [message("UPDATE", [later(second, { progress: 40 })])]).page;
    expect(items.map(({ progress }) => progress)).toEqual([0, 40, 0]);
    expect(items[0]).toBe(first);
    expect(items[2]).toBe(third);
    expect(total).toBe(3);
  });

  it("keeps what it has against an older message", () => {
    const [job] = jobsOf(1) as [StaffJob];
    const page = pageOf([later(job, { status: "completed" })]);
    expect(patch(page, [message("UPDATE", [job])]).page.items[0]?.status).toBe("completed");
  });

  it("drops a job that no longer fits the filter", () => {
    const page = pageOf([staffJob({ status: "pending" })]);
    const [job] = page.items as [StaffJob];
    const { page: patched } = patch(page, [message("UPDATE", [later(job, { status: "completed" })])], {
      filter: { status: ["pending"] },
    });
    expect(patched.items).toEqual([]);
    expect(patched.total).toBe(0);
  });

  it("takes in a job that fits only now, at its place", () => {
    const page = pageOf(jobsOf(3));
    const job = later(staffJob({ created_at: "2026-11-21T11:02:30+00:00" }), { status: "failed" });
    const { items } = patch(page, [message("UPDATE", [job])]).page;
    expect(items.indexOf(job)).toBe(1);
  });

  it("never grows over its size, and goes on behind its last row", () => {
    const page = pageOf(jobsOf(jobPageSize));
    const { items, next, total } = patch(page, [
      message("INSERT", [staffJob({ created_at: minute(58) }), staffJob({ created_at: minute(59) })]),
    ]).page;
    expect(items).toHaveLength(jobPageSize);
    expect(total).toBe(jobPageSize + 2);
    const last = items.at(-1);
    expect(readCursor(next ?? "")).toEqual({ created_at: last?.created_at, id: last?.id });
  });

  it("leaves out a job that stands behind its last row", () => {
    const page = pageOf(jobsOf(jobPageSize), "there is more");
    const old = later(staffJob({ created_at: "2026-11-21T10:00:00+00:00" }), { status: "failed" });
    const patched = patch(page, [message("UPDATE", [old])]);
    expect(patched.page.items).toEqual(page.items);
  });

  it("asks for more when half of its rows have gone and there are others", () => {
    const page = pageOf(
      Array.from({ length: 30 }, (_, index) => staffJob({ created_at: minute(index) })),
      "there is more",
    );
    const gone = page.items.slice(0, 6).map((job) => later(job, { status: "completed" }));
    const filter: DashboardFilter = { status: ["pending"] };
    expect(patch(page, [message("UPDATE", gone.slice(0, 5))], { filter }).isIncomplete).toBe(false);
    expect(patch(page, [message("UPDATE", gone)], { filter }).isIncomplete).toBe(true);
  });

  it("asks again when a message only counts, or when only the database knows whether a new job fits", () => {
    const page = pageOf(jobsOf(1));
    expect(patch(page, [message("UPDATE", [], 51)]).isIncomplete).toBe(true);
    const job = staffJob({ created_at: minute(9) });
    const filter: DashboardFilter = { text: "jungle" };
    expect(patch(page, [message("INSERT", [job])], { filter }).isIncomplete).toBe(true);
    expect(patch(page, [message("UPDATE", [job])], { filter }).isIncomplete).toBe(false);
  });

  it("orders jobs of the same millisecond by the digits that a Date drops", () => {
    const [second, first] = ["123", "456"].map((digits) =>
      staffJob({ created_at: `2026-11-21T11:00:00.000${digits}+00:00` }),
    ) as [StaffJob, StaffJob];
    expect(patch(pageOf([]), [message("INSERT", [second, first])]).page.items).toEqual([first, second]);
  });

  it("says nothing of messages about pauses", () => {
    const page = pageOf(jobsOf(2));
    const pause = { ...message("INSERT", [], 1), table: "job_pauses" } as const;
    expect(patch(page, [pause])).toEqual({ page, isIncomplete: false, arrived: [] });
  });
});

describe("an older page", () => {
  it("only counts what is new", () => {
    const page = pageOf(jobsOf(3), "there is more");
    const job = staffJob({ created_at: minute(50) });
    const patched = patch(page, [message("INSERT", [job])], { isNewest: false });
    expect(patched.page.items).toEqual(page.items);
    expect(patched.page.total).toBe(4);
    expect(patched.arrived).toEqual([job.id]);
  });

  it("shows how its jobs go on, also when they no longer fit", () => {
    const page = pageOf(jobsOf(2));
    const [job] = page.items as [StaffJob];
    const patched = patch(page, [message("UPDATE", [later(job, { status: "completed" })])], {
      filter: { status: ["pending"] },
      isNewest: false,
    });
    expect(patched.page.items[0]?.status).toBe("completed");
    expect(patched.page.items).toHaveLength(2);
  });
});
