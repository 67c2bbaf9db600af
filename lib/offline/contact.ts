import type { Plan } from "./plan.ts";

/** What the studio says about a universe. */
export type News =
  /** As it was, when the version was told. */
  | { kind: "same" }
  | { kind: "plan"; plan: Plan }
  /** Taken back, or hidden. */
  | { kind: "gone" }
  /** Nothing, for now. */
  | { kind: "away" };

/**
 * Asks what a universe is now, for a few bytes when it is still at `version`. Only the studio's own words count: a network that
 * answers in its place, with whatever status, says nothing. Never throws.
 */
export async function askForNews(slug: string, version?: string, signal?: AbortSignal): Promise<News> {
  try {
    const answer = await fetch(`/u/${slug}/files`, {
      // The browser keeps no answer, so that a plan of yesterday cannot pass for today's.
      cache: "no-store",
      headers: version ? { "if-none-match": `"${version}"` } : {},
      ...(signal ? { signal } : {}),
    });
    if (answer.status === 304) return { kind: "same" };
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status === 404 && type.includes("problem+json")) return { kind: "gone" };
    if (!answer.ok || !type.includes("json")) return { kind: "away" };
    const plan: Plan = await answer.json();
    if (version && plan.version === version) return { kind: "same" };
    return Array.isArray(plan.cards) ? { kind: "plan", plan } : { kind: "away" };
  } catch {
    return { kind: "away" };
  }
}
