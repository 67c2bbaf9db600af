import { auditQuery } from "@/lib/reports/schema";
import { listAuditEntries } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", query: auditQuery }, ({ db, query }) =>
  listAuditEntries(db, query),
);
