import { CircleCheck, Trash2 } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import type { Language } from "@/lib/contract/languages";
import type { Count } from "@/lib/offline/count";
import type { Kept } from "@/lib/offline/kept";
import { fill } from "./device-words";

interface KeptTileProps {
  kept: Kept;
  count: Count;
  language: Language;
  words: { saved: string; remove: string };
  /** Left out while no adult is there. */
  onRemove: (() => void) | undefined;
}

/** A universe that is kept here, one tap from its first card. */
export function KeptTile({ kept: { path, plan }, count, language, words, onRemove }: KeptTileProps) {
  return (
    <li className="deck-sheet flex flex-col gap-2 rounded-card bg-surface p-3 shadow-card">
      <a href={path} className="flex flex-1 flex-col gap-3 rounded-2xl">
        <span className="grid aspect-square place-items-center overflow-hidden rounded-2xl bg-sunken">
          {plan.cover ? (
            <Picture src={plan.cover} alt="" className="size-full object-cover" width={1024} height={1024} />
          ) : null}
        </span>
        <span className="px-1 font-bold font-display text-2xl leading-tight wrap-anywhere">
          {plan.names[language] ?? plan.name}
        </span>
      </a>
      <p className="flex items-center gap-2 px-1 text-ink-soft">
        {count.isWhole ? <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-leaf" /> : null}
        {fill(words.saved, { saved: count.saved, total: count.total })}
      </p>
      {onRemove ? (
        <button
          type="button"
          onClick={onRemove}
          className="flex min-h-12 items-center justify-center gap-2 rounded-xl border-2 border-line-strong px-4 font-semibold"
        >
          <Trash2 aria-hidden="true" className="size-5 shrink-0" />
          {words.remove}
        </button>
      ) : null}
    </li>
  );
}
