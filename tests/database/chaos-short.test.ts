import { describe, expect, it } from "vitest";
import { runJobs } from "../chaos/jobs/run-jobs.ts";

/** The runs of `npm run chaos`, by the same code, at a size for every day. */
const size = { workers: 4, leaseSeconds: 1, seed: 7, patienceSeconds: 60 };

describe("a short chaos run", () => {
  it("loses no job and does none twice while workers are killed and paused and the database crashes", async () => {
    const report = await runJobs({
      ...size,
      ...{ jobs: 200, kills: 6, pauses: 6, restarts: 1 },
      hasFence: true,
      needed: { jobs: 200, kills: 6, pauses: 6, restarts: 1, reruns: 20, refused: 3 },
    });
    expect(report).toMatchObject({ findings: [], shortfalls: [] });
  }, 90_000);

  it("would find duplicates if the attempt were not compared", async () => {
    const report = await runJobs({
      ...size,
      ...{ jobs: 150, kills: 0, pauses: 8, restarts: 0 },
      hasFence: false,
      needed: {},
    });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "no job has had its effect twice" }),
    );
  }, 90_000);
});
