import "server-only";
import { env } from "@/lib/env";
import type { Db } from "@/lib/supabase/server";
import packageJson from "@/package.json" with { type: "json" };

type PartHealth = "healthy" | "unhealthy";

export interface Health {
  status: "healthy" | "degraded" | "unhealthy";
  version: string;
  parts: Record<"database" | "auth" | "storage" | "realtime" | "functions" | "provider", PartHealth>;
}

/** A part that takes longer than this is not well, in milliseconds. */
const patience = 3000;

async function check(work: () => PromiseLike<boolean>): Promise<PartHealth> {
  try {
    const late = new Promise<boolean>((done) => setTimeout(done, patience, false));
    return (await Promise.race([work(), late])) ? "healthy" : "unhealthy";
  } catch {
    return "unhealthy";
  }
}

async function answers(path: string, init: RequestInit = {}): Promise<boolean> {
  const response = await fetch(new URL(path, env().supabaseUrl), {
    ...init,
    headers: { apikey: env().publishableKey, ...init.headers },
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
  });
  await response.body?.cancel();
  return response.status < 500;
}

/** Asks each part of the platform. Without the database nothing works; without another part some things do not. */
export async function checkHealth(db: Db): Promise<Health> {
  const [database, auth, storage, realtime, functions, provider] = await Promise.all([
    check(() =>
      db
        .from("theme_templates")
        .select("key")
        .limit(1)
        .then(({ error }) => !error),
    ),
    check(() => answers("/auth/v1/.well-known/jwks.json")),
    check(() => answers("/storage/v1/object/public/published/none")),
    check(() => answers("/realtime/v1/api/broadcast", { method: "OPTIONS" })),
    check(() => answers("/functions/v1/job-scheduler", { method: "OPTIONS" })),
    check(() => answers("/functions/v1/replicate-webhook")),
  ]);
  const parts = { database, auth, storage, realtime, functions, provider };
  const isWhole = Object.values(parts).every((part) => part === "healthy");
  const status = database === "unhealthy" ? "unhealthy" : isWhole ? "healthy" : "degraded";
  return { status, version: packageJson.version, parts };
}
