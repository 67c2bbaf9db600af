import { z } from "zod";
import { languageSchema } from "@/lib/contract/languages";
import { readBytes } from "@/lib/request";
import { defineRoute } from "@/lib/route";
import { requestTranscription } from "@/lib/voice/store";

/** 10 MB hold ten minutes of speech; a theme takes three seconds. */
const maxBytes = 10_485_760;

export const POST = defineRoute(
  { for: "user", query: z.object({ language: languageSchema }), status: 202 },
  async ({ db, user, query, request }) => ({
    jobId: await requestTranscription(db, user.id, await readBytes(request, maxBytes), query.language),
  }),
);
