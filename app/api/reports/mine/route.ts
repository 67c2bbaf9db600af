import { pageQuery } from "@/lib/contract/params";
import { listMyReports } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: pageQuery }, ({ db, query }) =>
  listMyReports(db, query),
);
