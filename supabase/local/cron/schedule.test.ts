import { describe, expect, it } from "vitest";
import { parseSchedule } from "./schedule.ts";

function next(schedule: string, from: string): string | undefined {
  const time = parseSchedule(schedule).after(Date.parse(from));
  return time === null ? undefined : new Date(time).toISOString();
}

describe("a cron schedule", () => {
  it("counts in GMT", () => {
    expect(next("30 4 * * *", "2026-11-21T04:29:59Z")).toBe("2026-11-21T04:30:00.000Z");
    expect(next("30 4 * * *", "2026-11-21T04:30:00Z")).toBe("2026-11-22T04:30:00.000Z");
  });

  it("takes a dollar for the last day of the month", () => {
    expect(next("0 0 $ * *", "2028-02-10T00:00:00Z")).toBe("2028-02-29T00:00:00.000Z");
  });

  it("joins day of month and day of week by or", () => {
    expect(next("0 0 13 * fri", "2026-11-07T00:00:00Z")).toBe("2026-11-13T00:00:00.000Z");
    expect(next("0 0 13 * fri", "2026-11-14T00:00:00Z")).toBe("2026-11-20T00:00:00.000Z");
  });

  it("knows the named schedules", () => {
    expect(next("@weekly", "2026-11-21T00:00:00Z")).toBe("2026-11-22T00:00:00.000Z");
    expect(next("@reboot", "2026-11-21T00:00:00Z")).toBeUndefined();
  });

  it("counts an interval in seconds from the last start", () => {
    expect(next("10 seconds", "2026-11-21T00:00:03.500Z")).toBe("2026-11-21T00:00:13.500Z");
  });
});
