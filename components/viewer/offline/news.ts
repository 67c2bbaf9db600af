import { askForNews } from "@/lib/offline/contact";
import { keep, keepList, pathOf } from "@/lib/offline/keep";
import { canKeep, dropKept, readKept, sweep } from "@/lib/offline/kept";

/** What a page learns: nothing it needs, another release ready under a path, or that its cards are shown no longer. */
export type Learned = { kind: "nothing" } | { kind: "release"; path: string } | { kind: "gone" };

const nothing: Learned = { kind: "nothing" };
const never = new AbortController().signal;

/**
 * Asks what has become of the universe of which this page shows `release`. What is kept on the device follows: it is renewed in
 * whole, or removed. A new release is told only when it can be shown: from the device where it is kept, else from the network.
 */
export async function learn(slug: string, release: number): Promise<Learned> {
  const kept = canKeep() ? await readKept(pathOf(slug)) : null;
  const news = await askForNews(slug, kept?.plan.version);
  if (news.kind === "gone") {
    if (canKeep()) {
      await dropKept(pathOf(slug));
      await sweep({ isAlone: false });
    }
    return { kind: "gone" };
  }
  if (news.kind === "plan") {
    if (kept) {
      if ((await keep(slug, { signal: never, isRenewal: true })) !== "whole") return nothing;
      await keepList(never);
    }
    return news.plan.release === release ? nothing : { kind: "release", path: pathOf(news.plan.slug) };
  }
  return kept && kept.plan.release !== release ? { kind: "release", path: kept.path } : nothing;
}
