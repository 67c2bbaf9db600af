import { z } from "zod";

const schema = z.object({
  /** Where the platform answers: the gateway of the embedded stack or the address of a hosted project. */
  supabaseUrl: z.url(),
  publishableKey: z.string().min(1),
  secretKey: z.string().min(1).optional(),
  /** Where people reach this studio. */
  studioUrl: z.url(),
  /** Whether the demo accounts exist and may be shown. */
  isDemo: z.boolean(),
});
export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment of the server, read when first asked for, so that a build needs none of it. A name in a variable keeps
 * Next.js from baking `process.env.NEXT_PUBLIC_*` into the build. Throws a list of what is missing.
 */
export function env(): Env {
  if (parsed) return parsed;
  const read = (name: string) => process.env[name] || undefined;
  const result = schema.safeParse({
    supabaseUrl: read("NEXT_PUBLIC_SUPABASE_URL"),
    publishableKey: read("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY"),
    secretKey: read("SUPABASE_SECRET_KEY"),
    studioUrl: read("STUDIO_URL") ?? `http://localhost:${read("PORT") ?? "3000"}`,
    isDemo: read("STUDIO_DEMO") === "1",
  });
  if (!result.success)
    throw new Error(
      `The studio's environment is incomplete (see .env.example):\n${z.prettifyError(result.error)}`,
    );
  parsed = result.data;
  return parsed;
}
