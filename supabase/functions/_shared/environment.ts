declare const Deno: { env: { get(name: string): string | undefined } };

/** What the functions know about the world around them. */
export interface Environment {
  /** The project's own API, as the provider and other functions call it. */
  supabaseUrl: string;
  secretKey: string;
  /** Empty while no provider is set up: then every call to it is refused, and the rest of the product works. */
  providerToken: string;
  /** Base of the provider's API, without a slash at the end. */
  providerUrl: string;
  /** Empty when webhooks cannot be verified; several, separated by spaces, while one is being replaced. */
  webhookSecrets: string[];
  /** Where the studio is, as people open it. */
  studioUrl: string;
  /** The mail server, empty while letters cannot be sent, and whom they come from. */
  mail: { server: string; from: string };
}

function readSecretKey(): string {
  const keys: Record<string, string> = JSON.parse(Deno.env.get("SUPABASE_SECRET_KEYS") ?? "{}");
  return keys.default ?? Deno.env.get("SUPABASE_SECRET_KEY") ?? "";
}

/** Reads the project's secrets. Throws without the one that nothing works without. */
export function readEnvironment(): Environment {
  const supabaseUrl = Deno.env.get("SUPABASE_URL") ?? "";
  if (!supabaseUrl) throw new Error("SUPABASE_URL must be set");
  return {
    supabaseUrl,
    secretKey: readSecretKey(),
    providerToken: Deno.env.get("REPLICATE_API_TOKEN") ?? "",
    providerUrl: (Deno.env.get("REPLICATE_BASE_URL") || "https://api.replicate.com/v1").replace(/\/+$/, ""),
    webhookSecrets: (Deno.env.get("REPLICATE_WEBHOOK_SIGNING_SECRET") ?? "").split(/\s+/).filter(Boolean),
    studioUrl: Deno.env.get("STUDIO_URL") ?? "",
    mail: {
      server: Deno.env.get("SMTP_URL") ?? "",
      from: Deno.env.get("SMTP_FROM") || "MagikSwipe Studio <noreply@studio.test>",
    },
  };
}

/** Whether the provider can read our addresses: one on the internet reaches only what is on the internet. */
export function isReachable({
  supabaseUrl,
  providerUrl,
}: Pick<Environment, "supabaseUrl" | "providerUrl">): boolean {
  return !providerUrl.startsWith("https:") || supabaseUrl.startsWith("https:");
}
