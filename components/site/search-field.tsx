"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/cn";

/** How long somebody who types may pause before the list follows. */
const settleMs = 250;

interface SearchFieldProps {
  /** What is looked for now. */
  asked: string;
  /** Looks for something else; a word that follows another takes its place in the history. */
  onSearch: (text: string, how: "push" | "replace") => void;
  label: string;
  placeholder: string;
  maxLength: number;
  className?: string;
}

/** Marks the field that the key `/` leads to. */
export const searchFieldSelector = "[data-search-field]";

/** A list follows what is typed here. */
export function SearchField({ asked, onSearch, label, placeholder, maxLength, className }: SearchFieldProps) {
  const [typed, setTyped] = useState({ text: asked, asked });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has changed under the field: Back, a link, or "clear".
  if (typed.asked !== asked) setTyped({ text: asked, asked });

  // A search that has not begun ends with the page.
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (text: string) => {
    clearTimeout(timer.current);
    const wanted = text.trim();
    if (wanted === asked) return;
    setTyped({ text, asked: wanted });
    onSearch(wanted, asked && wanted ? "replace" : "push");
  };
  const handleType = (text: string) => {
    setTyped({ text, asked });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(text), settleMs);
  };
  return (
    <form
      className={cn("relative", className)}
      onSubmit={(event) => {
        event.preventDefault();
        search(typed.text);
      }}
    >
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        data-search-field
        value={typed.text}
        maxLength={maxLength}
        onChange={(event) => handleType(event.target.value)}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        className="h-11 w-full rounded-2xl border border-line-strong bg-surface pr-14 pl-12 text-ink placeholder:text-ink-soft/90 focus-visible:outline-offset-1"
      />
      <span className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 max-lg:hidden">
        <Kbd>/</Kbd>
      </span>
    </form>
  );
}
