import { askForNews } from "@/lib/offline/contact";
import { countSaved } from "@/lib/offline/count";
import { type Ending, keep, keepList, noteStopped, pathOf } from "@/lib/offline/keep";
import { canKeep, dropKept, readKept, readWanted, sweep } from "@/lib/offline/kept";
import { filesOfPlan } from "@/lib/offline/plan";
import { registerWorker } from "./worker";

/** "nothing" is kept yet; "part" of it is here and nobody is at work on it; "unable" is a browser or address that keeps nothing. */
export type Phase = "looking" | "unable" | "nothing" | "part" | "saving" | Ending;

export interface Keeping {
  phase: Phase;
  /** Cards that are wholly here. */
  saved: number;
  total: number;
  /** Of all files, or of those that have yet to come; 0 where it is not known. */
  bytes: number;
}

const first: Keeping = { phase: "looking", saved: 0, total: 0, bytes: 0 };

/** The keeping of one universe on this device, for as long as its page is open: it goes on while nobody looks at it. */
function createKeeping(slug: string) {
  let now = first;
  let stopping: AbortController | null = null;
  const listeners = new Set<() => void>();
  const set = (change: Partial<Keeping>) => {
    now = { ...now, ...change };
    for (const tell of listeners) tell();
  };

  /** Looks at what the device has. */
  const look = async (): Promise<void> => {
    if (stopping) return;
    if (!canKeep()) return set({ phase: "unable" });
    const kept = await readKept(pathOf(slug));
    const wanted = kept ? null : await readWanted(pathOf(slug));
    const record = kept ?? wanted;
    if (record) {
      const { saved, total, isWhole, missingBytes } = await countSaved(record);
      if (stopping) return;
      const phase = kept && isWhole ? "whole" : wanted?.isStopped ? "stopped" : "part";
      return set({ phase, saved, total, bytes: missingBytes });
    }
    set({ phase: "nothing" });
    const news = await askForNews(slug);
    if (news.kind !== "plan" || stopping) return;
    const bytes = filesOfPlan(news.plan).reduce((sum, file) => sum + file.bytes, 0);
    set({ total: news.plan.cards.length, bytes });
  };

  /** Keeps it, or goes on with that. Only after an adult has asked for it. */
  const start = async (): Promise<void> => {
    if (stopping) return;
    const mine = new AbortController();
    stopping = mine;
    set({ phase: "saving" });
    let ending: Ending = "failed";
    try {
      await registerWorker();
      const onCount = (saved: number, total: number) => set({ saved, total });
      ending = await keep(slug, { signal: mine.signal, onCount });
      if (ending === "whole") ending = await keepList(mine.signal);
    } catch {
      // A browser may refuse to have a worker here.
    }
    stopping = null;
    // It would only fill the device once more at the next visit.
    if (ending === "stopped" || ending === "full") await noteStopped(slug);
    set({ phase: ending });
    // Unless an adult has removed it meanwhile.
    const goOn = () => now.phase === "away" && void start();
    if (ending === "away") window.addEventListener("online", goOn, { once: true });
  };

  return {
    look,
    start,
    stop: () => stopping?.abort(),
    /** Removes all of it from the device. */
    async remove() {
      await dropKept(pathOf(slug));
      await sweep({ isAlone: false });
      set(first);
      await look();
    },
    subscribe(onChange: () => void) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    current: () => now,
  };
}

const all = new Map<string, ReturnType<typeof createKeeping>>();

/** The one keeping of this universe on this page. */
export function keepingOf(slug: string): ReturnType<typeof createKeeping> {
  const found = all.get(slug) ?? createKeeping(slug);
  all.set(slug, found);
  return found;
}
