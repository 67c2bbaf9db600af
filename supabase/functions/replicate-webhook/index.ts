import { withSupabase } from "@supabase/server";
import { keepAlive } from "../_shared/background.ts";
import { log } from "../_shared/log.ts";
import { openTools } from "../_shared/tools.ts";
import { isProviderHealthy } from "./provider-health.ts";
import { readBody } from "./read-body.ts";
import { receive } from "./receive.ts";
import { openSecretBook } from "./secrets.ts";

const book = openSecretBook();
const maxBytes = 2_097_152;
const answer = (status: number, outcome: string) => Response.json({ outcome }, { status });

/**
 * Called by the provider, who has no key: the signature over the body is what counts. A GET tells the studio's health
 * page whether the provider can be reached.
 */
export default {
  fetch: withSupabase({ auth: "none" }, async (request, { supabaseAdmin }) => {
    const tools = openTools(supabaseAdmin);
    if (request.method === "GET")
      return (await isProviderHealthy(tools.provider))
        ? answer(200, "reachable")
        : answer(503, "unreachable");
    if (request.method !== "POST") return answer(405, "method not allowed");
    const body = await readBody(request, maxBytes);
    if (body === null) return answer(413, "too large");
    if (!(await book.isGenuine(body, request.headers, tools))) return answer(401, "bad signature");
    try {
      const predictionId = new URL(request.url).searchParams.get("prediction");
      return answer(200, await keepAlive(receive(predictionId, body, tools)));
    } catch (error) {
      log("webhook failed", { error: String(error).slice(0, 500) });
      return answer(500, "try again");
    }
  }),
};
