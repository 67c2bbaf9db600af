import { csvHead, csvLines } from "@/lib/jobs/csv";
import { jobFilterSchema } from "@/lib/jobs/filter-schema";
import { readJobs } from "@/lib/jobs/store";
import { defineRoute } from "@/lib/route";

const mostRows = 100_000;

export const GET = defineRoute({ for: "user", query: jobFilterSchema }, async ({ db, query }) => {
  const pages = readJobs(db, query, mostRows);
  // Read before the answer begins, so that a refusal is one.
  const first = await pages.next();
  const encoder = new TextEncoder();
  const file = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvHead + csvLines(first.value ?? []))),
    // Asked for when the reader has room, so that a slow one holds one page in memory and not all of them.
    pull: async (controller) => {
      const { done, value } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(csvLines(value)));
    },
    cancel: async () => void (await pages.return(undefined)),
  });
  const name = `magikswipe-jobs-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
});
