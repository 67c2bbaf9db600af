import { withSupabase } from "@supabase/server";
import { keepAlive } from "../_shared/background.ts";
import { handOver } from "../_shared/hand-over.ts";
import { openTools } from "../_shared/tools.ts";
import { drain } from "./drain.ts";
import { giveBack } from "./held-jobs.ts";

// The platform says so before it ends a process that has used up its time, CPU or memory.
addEventListener("beforeunload", (event) => {
  keepAlive(giveBack((event as CustomEvent<{ reason?: string }>).detail?.reason));
});

/** Called by the database when there is work, with the secret key. The caller may hang up: the work goes on. */
export default {
  fetch: withSupabase({ auth: "secret" }, async (request, { supabaseAdmin }) => {
    if (request.method !== "POST") return Response.json({ code: "method_not_allowed" }, { status: 405 });
    const tools = openTools(supabaseAdmin);
    const drained = await keepAlive(drain(tools));
    if (!drained.isEmpty) keepAlive(handOver("generation-worker", tools.environment));
    return Response.json(drained);
  }),
};
