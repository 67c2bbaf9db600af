"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { filterNow, setFilter } from "./use-view";

/** How long somebody who types may pause before the list follows. */
const settleMs = 250;

/** Looks for an e-mail address, a universe, an error code or an id. The key `/` leads here. */
export function SearchField({ filter }: { filter: DashboardFilter }) {
  const t = useTranslations("admin.filters");
  const asked = filter.text ?? "";
  const [typed, setTyped] = useState({ text: asked, asked });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address has changed under the field: Back, a link, or "clear".
  if (typed.asked !== asked) setTyped({ text: asked, asked });

  // A search that has not begun ends with the page.
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (text: string) => {
    clearTimeout(timer.current);
    const { text: _old, ...rest } = filterNow();
    const wanted = text.trim();
    if (wanted === asked) return;
    setTyped({ text, asked: wanted });
    setFilter(wanted ? { ...rest, text: wanted } : rest, asked && wanted ? "replace" : "push");
  };
  const handleType = (text: string) => {
    setTyped({ text, asked });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(text), settleMs);
  };
  return (
    <form
      className="relative min-w-64 xl:flex-1"
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
        data-job-search
        value={typed.text}
        maxLength={200}
        onChange={(event) => handleType(event.target.value)}
        aria-label={t("search")}
        placeholder={t("searchExample")}
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
