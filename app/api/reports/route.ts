import { reportQuery } from "@/lib/reports/schema";
import { listReports } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: reportQuery }, ({ db, query }) =>
  listReports(db, query),
);
