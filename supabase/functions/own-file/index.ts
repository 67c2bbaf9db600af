import { withSupabase } from "@supabase/server";
import { answerRefusal } from "./refusal.ts";
import { takeFile } from "./take-file.ts";

/** Called by the studio on behalf of a signed-in person, with the file as the body: who may store is decided here. */
export default {
  fetch: withSupabase({ auth: "user" }, async (request, { supabase, supabaseAdmin }) => {
    if (request.method !== "POST") return Response.json({ code: "method_not_allowed" }, { status: 405 });
    return takeFile(request, supabase, supabaseAdmin).then(
      (asset) => Response.json(asset, { status: 201 }),
      (error: unknown) => answerRefusal(error),
    );
  }),
};
