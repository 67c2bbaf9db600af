import { withSupabase } from "@supabase/server";
import { keepAlive } from "../_shared/background.ts";
import { handOver } from "../_shared/hand-over.ts";
import { openTools } from "../_shared/tools.ts";
import { runSchedule } from "./run-schedule.ts";

/** Called by pg_cron every ten seconds, and after a cancellation, with the secret key. */
export default {
  fetch: withSupabase({ auth: "secret" }, async (request, { supabaseAdmin }) => {
    if (request.method !== "POST") return Response.json({ code: "method_not_allowed" }, { status: 405 });
    const tools = openTools(supabaseAdmin);
    const report = await keepAlive(runSchedule(tools));
    // A prediction that was asked about rests for some seconds, so this ends; a sweep that broke off waits for the next one.
    const swept = report.predictions as { busy?: number; error?: number } | undefined;
    if (!tools.budget.hasRoom() && !swept?.busy && !swept?.error)
      keepAlive(handOver("job-scheduler", tools.environment));
    return Response.json(report);
  }),
};
