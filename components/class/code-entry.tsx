"use client";

import { Delete } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { codeLength, codeLetters, readCode, spelled } from "@/lib/class/code";

interface CodeEntryProps {
  first: string;
  words: { code: string; erase: string; go: string };
  /** The id of what is said about the letters of before. */
  saidId: string | undefined;
}

const key =
  "grid aspect-[4/3] min-h-14 place-items-center rounded-2xl border border-line bg-surface font-bold font-display text-3xl shadow-[0_3px_0_var(--line)] active:translate-y-[3px] active:shadow-none disabled:opacity-40";

/** The letters of a class: on big keys, or from a keyboard. The last one opens the door. */
export function CodeEntry({ first, words, saidId }: CodeEntryProps) {
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState(first);
  const isWhole = code.length === codeLength;

  const handleLetters = (typed: string) => {
    const next = readCode(typed);
    setCode(next);
    // The form sends what is in its field, which is there after the next paint.
    if (next.length === codeLength && next !== code)
      requestAnimationFrame(() => form.current?.requestSubmit());
  };
  const handleSubmit = (event: FormEvent) => {
    if (!isWhole) event.preventDefault();
  };

  return (
    <form
      ref={form}
      action="/class/find"
      onSubmit={handleSubmit}
      className="flex w-full max-w-md flex-col gap-3 sm:gap-5"
    >
      <input
        name="code"
        value={spelled(code)}
        onChange={(event) => handleLetters(event.target.value)}
        aria-label={words.code}
        aria-describedby={saidId}
        aria-invalid={saidId !== undefined && code === first}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        // The keys below are the keyboard; one on the screen would cover them.
        inputMode="none"
        placeholder="•••• ••••"
        className="h-16 w-full sm:h-20 rounded-3xl border-3 border-line-strong bg-surface text-center font-bold font-display text-[clamp(2rem,10vw,3rem)] tracking-[0.12em] placeholder:text-line-strong aria-invalid:border-danger"
      />
      <div className="grid grid-cols-4 gap-2.5">
        {[...codeLetters].map((letter) => (
          <button
            key={letter}
            type="button"
            disabled={isWhole}
            onClick={() => handleLetters(code + letter)}
            className={key}
          >
            {letter}
          </button>
        ))}
        <button
          type="button"
          aria-label={words.erase}
          disabled={code === ""}
          onClick={() => setCode(code.slice(0, -1))}
          className={key}
        >
          <Delete aria-hidden="true" className="size-8" />
        </button>
      </div>
      <Button type="submit" size="lg" disabled={!isWhole} className="text-2xl">
        {words.go}
      </Button>
    </form>
  );
}
