import type { SupabaseClient } from "@supabase/supabase-js";
import { type CpuBudget, openCpuBudget } from "./cpu-budget.ts";
import { type Engine, openEngine } from "./engine.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { openPost, type Post } from "./post.ts";
import { openProvider, type Provider } from "./provider.ts";

/** All that work on a job needs from outside. */
export interface Tools {
  engine: Engine;
  provider: Provider;
  post: Post;
  storage: SupabaseClient["storage"];
  environment: Environment;
  /** Of the call that these tools were opened for. */
  budget: CpuBudget;
}

/** Opens the tools over the worker's own client, which has the secret key. */
export function openTools(worker: SupabaseClient): Tools {
  const environment = readEnvironment();
  return {
    engine: openEngine(worker),
    provider: openProvider(environment),
    post: openPost(environment.mail),
    storage: worker.storage,
    environment,
    budget: openCpuBudget(),
  };
}
