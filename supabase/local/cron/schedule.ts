import { Cron } from "croner";

/** When a job is due. Times are milliseconds since the epoch. */
export interface Schedule {
  /** The first due moment after `time`; null for a schedule that never comes again (`@reboot`). */
  after(time: number): number | null;
  /** True for `[1-59] seconds`, which counts from the last start instead of the clock. */
  isInterval: boolean;
}

const macros: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/** Reads a schedule as pg_cron does: five fields in GMT (`$` is the last day of the month) or `[1-59] seconds`. */
export function parseSchedule(text: string): Schedule {
  const trimmed = text.trim();
  const seconds = /^(\d+) seconds?$/.exec(trimmed)?.[1];
  if (seconds) return { isInterval: true, after: (time) => time + Number(seconds) * 1000 };
  if (trimmed === "@reboot") return { isInterval: false, after: () => null };
  const fields = (macros[trimmed] ?? trimmed).split(/\s+/);
  const pattern = fields.map((field, at) => (at === 2 && field === "$" ? "L" : field)).join(" ");
  const cron = new Cron(pattern, { timezone: "Etc/UTC", paused: true });
  return { isInterval: false, after: (time) => cron.nextRun(new Date(time))?.getTime() ?? null };
}
