import { Sparkles } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { pathOf } from "@/lib/offline/keep";
import { canKeep, readWanted } from "@/lib/offline/kept";
import { openAsking } from "./asking";
import { holdFiles } from "./holding";
import { keepingOf } from "./keeping";
import { type Learned, learn } from "./news";

interface KeeperProps {
  slug: string;
  /** The one that the page shows. */
  release: number;
  /** The place in the deck, and how many cards it has: the last place is its end. */
  index: number;
  count: number;
  /** For children: there are new cards. */
  label: string;
}

/** How long an answer counts, in milliseconds, for a child who leafs on. */
const freshMs = 300_000;

/**
 * Hears whether the universe was published anew, and offers that at its start or end, never in between; what is kept on this
 * device follows. When it is shown no longer, the next turn of a card leaves it.
 */
export function Keeper({ slug, release, index, count, label }: KeeperProps) {
  const [learned, setLearned] = useState<Learned>({ kind: "nothing" });
  const askedAt = useRef(0);
  const asking = useMemo(
    () =>
      openAsking(async () => {
        setLearned(await learn(slug, release));
        askedAt.current = Date.now();
      }),
    [slug, release],
  );
  const handleAsk = useEffectEvent(() => void asking.ask());
  const handleAskAnew = useEffectEvent(() => void asking.askAnew());

  // What an adult asked for and was interrupted goes on; files that no page needs go.
  useEffect(() => {
    if (!canKeep()) return handleAsk();
    const begin = async () => {
      await holdFiles();
      const wanted = await readWanted(pathOf(slug));
      if (wanted && !wanted.isStopped) await keepingOf(slug).start();
      handleAsk();
    };
    void begin();
  }, [slug]);

  // The network and the eyes come back whenever they like.
  useEffect(() => {
    const back = () => {
      if (document.hidden) return;
      if (keepingOf(slug).current().phase === "away") void keepingOf(slug).start();
      handleAskAnew();
    };
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", back);
    window.addEventListener("pageshow", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("online", back);
      window.removeEventListener("pageshow", back);
    };
  }, [slug]);

  const isEnd = index >= count;
  const handleTurn = useEffectEvent(() => {
    if (learned.kind === "gone") location.reload();
    else if (isEnd || Date.now() - askedAt.current > freshMs) void asking.ask();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn of a card is what asks
  useEffect(() => handleTurn(), [index]);

  if (learned.kind !== "release" || (index > 0 && !isEnd)) return null;
  // In the corner in which there is no way back from the first card, or on from the last.
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 flex p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:p-6 low:p-3">
      <button
        type="button"
        data-turn={0}
        aria-label={label}
        onClick={() => location.assign(learned.path)}
        className={`pointer-events-auto flex min-h-16 min-w-16 animate-rise items-center justify-center gap-3 rounded-full bg-white font-bold font-display text-2xl text-[#2c2148] shadow-2xl ring-4 ring-[#ffb833] active:scale-95 board:min-h-20 board:min-w-20 ${isEnd ? "ml-auto px-5" : ""}`}
      >
        <Sparkles aria-hidden="true" className="size-8 shrink-0 text-[#b86e00]" />
        {isEnd ? label : null}
      </button>
    </div>
  );
}
