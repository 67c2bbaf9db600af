import { reportParams } from "@/lib/contract/params";
import { decisionSchema } from "@/lib/reports/schema";
import { dismissReport } from "@/lib/reports/store";
import { defineRoute } from "@/lib/route";

export const PATCH = defineRoute(
  { for: "user", params: reportParams, body: decisionSchema },
  async ({ db, params }) => {
    await dismissReport(db, params.reportId);
    return new Response(null, { status: 204 });
  },
);
