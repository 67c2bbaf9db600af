import { draftParams } from "@/lib/contract/params";
import { publishSchema } from "@/lib/releases/schema";
import { getPublication, requestPublish } from "@/lib/releases/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: draftParams }, ({ db, params }) =>
  getPublication(db, params.draftId),
);

export const POST = defineRoute(
  { for: "user", params: draftParams, body: publishSchema, status: 202 },
  async ({ db, params, body }) => ({ jobId: await requestPublish(db, params.draftId, body) }),
);
