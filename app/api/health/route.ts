import { checkHealth } from "@/lib/health/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "anyone" }, async ({ db }) => {
  const health = await checkHealth(db);
  return Response.json(health, { status: health.status === "unhealthy" ? 503 : 200 });
});
