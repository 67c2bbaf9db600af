import { assetParams } from "@/lib/contract/params";
import { readBytes } from "@/lib/request";
import { defineRoute } from "@/lib/route";
import { ownFileQuerySchema, ownVoiceQuerySchema } from "@/lib/versions/schema";
import { addOwnFile, removeOwnVoice } from "@/lib/versions/store";

const maxBytes = 10_485_760;

export const POST = defineRoute(
  { for: "user", params: assetParams, query: ownFileQuerySchema, status: 201 },
  async ({ db, params, query, request }) =>
    addOwnFile(db, params.draftId, params.assetId, query, await readBytes(request, maxBytes)),
);

export const DELETE = defineRoute(
  { for: "user", params: assetParams, query: ownVoiceQuerySchema },
  ({ db, params, query }) => removeOwnVoice(db, params.draftId, params.assetId, query.language),
);
