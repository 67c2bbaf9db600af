"use client";

import { CircleAlert, GripVertical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { ideaName } from "@/lib/cards/ideas";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import type { NameConflict } from "./use-idea-edits";

interface IdeaRowProps {
  card: Asset;
  place: number;
  language: Language;
  /** Those of the deck. */
  languages: readonly Language[];
  isLifted: boolean;
  onRename: (card: Asset, text: string) => Promise<NameConflict | null>;
  onRemove: (card: Asset) => void;
}

/** What was typed and is not kept: refused, or overtaken by somebody else. */
type Held = { mine: string; error: unknown } | { mine: string; theirs: string };

/** One idea: its place, its name to type over, what it is called in the other languages. */
export function IdeaRow(props: IdeaRowProps) {
  const { card, place, language, languages, isLifted, onRename, onRemove } = props;
  const t = useTranslations("ideas");
  const problemText = useProblemText();
  const problemId = useId();
  const name = ideaName(card, language);
  /** What is being typed; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [held, setHeld] = useState<Held | null>(null);

  const save = async (mine: string) => {
    setHeld(null);
    try {
      const conflict = await onRename(card, mine);
      if (conflict) setHeld({ mine, theirs: conflict.now });
      setTyped(null);
    } catch (error) {
      setHeld({ mine, error });
      setTyped(mine);
    }
  };
  const handleBlur = () => {
    if (typed !== null) void save(typed);
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === "Escape" && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setHeld(null);
    }
  };
  const others = languages.filter((code) => code !== language);
  const said = others.filter((code) => card.names[code]);
  return (
    <li
      data-asset={card.id}
      data-lifted={isLifted || undefined}
      className={cn(
        "flex select-none flex-col rounded-3xl border border-transparent bg-surface shadow-card",
        isLifted && "relative z-20 cursor-grabbing border-sun shadow-lift ring-3 ring-sun",
      )}
    >
      <div className="flex items-center gap-1 p-1.5">
        <button
          type="button"
          data-grip
          aria-label={t("move", { name, place: place + 1 })}
          aria-pressed={isLifted}
          className={cn(
            buttonVariants({ variant: "quiet", size: "icon" }),
            "cursor-grab touch-none text-ink-soft",
            isLifted && "cursor-grabbing text-ink",
          )}
        >
          <GripVertical aria-hidden="true" />
        </button>
        <span aria-hidden="true" className="w-6 text-center font-bold text-ink-soft tabular-nums">
          {place + 1}
        </span>
        <div className="min-w-0 flex-1">
          <input
            value={typed ?? name}
            lang={language}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="done"
            aria-label={t("name", { place: place + 1 })}
            aria-invalid={held !== null}
            aria-describedby={held ? problemId : undefined}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={handleBlur}
            onKeyDown={handleKey}
            className="h-11 w-full rounded-2xl border border-transparent bg-transparent px-3 font-bold text-lg hover:border-line-strong focus-visible:border-line-strong focus-visible:bg-paper focus-visible:outline-offset-1 aria-invalid:border-danger"
          />
          <OtherNames said={said} card={card} isComplete={said.length === others.length} />
        </div>
        <Button variant="quiet" size="icon" aria-label={t("remove", { name })} onClick={() => onRemove(card)}>
          <X aria-hidden="true" />
        </Button>
      </div>
      {held ? (
        <div className="mx-3 mb-3 flex flex-wrap items-center gap-2 rounded-2xl bg-danger-wash px-4 py-2.5">
          <p
            id={problemId}
            role="alert"
            className="flex flex-1 basis-60 gap-2 font-semibold text-danger text-sm"
          >
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {"error" in held
              ? problemText(held.error)
              : t("overtaken", { mine: held.mine, theirs: held.theirs })}
          </p>
          {"error" in held ? null : (
            <>
              <Button variant="secondary" onClick={() => save(held.mine)}>
                {t("keepMine")}
              </Button>
              <Button variant="quiet" onClick={() => setHeld(null)}>
                {t("takeTheirs")}
              </Button>
            </>
          )}
        </div>
      ) : null}
    </li>
  );
}

interface OtherNamesProps {
  card: Asset;
  said: readonly Language[];
  isComplete: boolean;
}

function OtherNames({ card, said, isComplete }: OtherNamesProps) {
  const t = useTranslations("ideas");
  const tLanguage = useTranslations("account.languages");
  if (said.length === 0 && isComplete) return null;
  return (
    <p className="flex flex-wrap gap-x-3 px-3 pb-1 text-ink-soft text-sm">
      {said.map((code) => (
        <span key={code} className="flex items-baseline gap-1">
          <abbr title={tLanguage(code)} className="font-bold text-xs no-underline">
            {code.toUpperCase()}
          </abbr>
          <span lang={code} className="wrap-anywhere">
            {card.names[code]}
          </span>
        </span>
      ))}
      {isComplete ? null : <span className="italic">{t("namesLater")}</span>}
    </p>
  );
}
