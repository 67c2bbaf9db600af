import { withSupabase } from "@supabase/server";
import { keepAlive } from "../_shared/background.ts";
import { openTools } from "../_shared/tools.ts";
import { runSchedule } from "./run-schedule.ts";

/** Called by pg_cron every ten seconds, and after a cancellation, with the secret key. */
export default {
  fetch: withSupabase({ auth: "secret" }, async (request, { supabaseAdmin }) => {
    if (request.method !== "POST") return Response.json({ code: "method_not_allowed" }, { status: 405 });
    return Response.json(await keepAlive(runSchedule(openTools(supabaseAdmin))));
  }),
};
