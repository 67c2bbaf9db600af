"use client";

import { CloudDownload, Settings } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Language } from "@/lib/contract/languages";
import { type Count, countSaved } from "@/lib/offline/count";
import { canKeep, dropKept, type Kept, listKept, sweep } from "@/lib/offline/kept";
import type { AdultWords } from "../types";
import { sweepWhenAlone } from "./holding";
import { KeptTile } from "./kept-tile";
import { learn } from "./news";

const KeptGate = lazy(() => import("./kept-gate").then((part) => ({ default: part.KeptGate })));

export interface KeptWords {
  title: string;
  text: string;
  emptyTitle: string;
  emptyText: string;
  find: string;
  saved: string;
  adults: string;
  remove: string;
  done: string;
}

interface KeptListProps {
  language: Language;
  words: KeptWords;
  adultWords: AdultWords;
}

interface Row {
  kept: Kept;
  count: Count;
}

async function readRows(): Promise<Row[]> {
  if (!canKeep()) return [];
  return Promise.all((await listKept()).map(async (kept) => ({ kept, count: await countSaved(kept) })));
}

/** Universes that work on this device without a network, each one tap from its first card. */
export function KeptList({ language, words, adultWords }: KeptListProps) {
  const [rows, setRows] = useState<Row[] | null>(null);
  const [isAtGate, setAtGate] = useState(false);
  const [canRemove, setCanRemove] = useState(false);

  // The device knows what it has; with a network, each universe follows what has become of it.
  useEffect(() => {
    const follow = async () => {
      const before = await readRows();
      setRows(before);
      if (before.length === 0) return;
      // What a renewal leaves behind goes at the next visit: this page may need its own code still.
      await sweepWhenAlone();
      for (const { kept } of before) await learn(kept.plan.slug, kept.plan.release);
      setRows(await readRows());
    };
    void follow();
  }, []);

  const remove = async (path: string) => {
    await dropKept(path);
    await sweep({ isAlone: false });
    setRows(await readRows());
  };

  if (rows === null) return null;
  if (rows.length === 0)
    return (
      <section className="mx-auto flex max-w-lg flex-col items-center gap-4 py-12 text-center">
        <CloudDownload aria-hidden="true" className="size-20 text-sea" />
        <h2 className="text-3xl">{words.emptyTitle}</h2>
        <p className="text-ink-soft text-lg">{words.emptyText}</p>
        <a
          href="/explore"
          className="flex min-h-14 items-center rounded-full bg-berry px-7 font-bold text-lg text-on-berry"
        >
          {words.find}
        </a>
      </section>
    );
  return (
    <>
      <p className="mb-8 text-ink-soft text-lg">{words.text}</p>
      <ul className="grid gap-4 xs:grid-cols-2 sm:gap-6 lg:grid-cols-3">
        {rows.map(({ kept, count }) => (
          <KeptTile
            key={kept.path}
            kept={kept}
            count={count}
            language={language}
            words={words}
            onRemove={canRemove ? () => remove(kept.path) : undefined}
          />
        ))}
      </ul>
      <button
        type="button"
        aria-haspopup={canRemove ? undefined : "dialog"}
        onClick={() => (canRemove ? setCanRemove(false) : setAtGate(true))}
        className="mt-8 flex min-h-12 self-start items-center gap-2 rounded-full bg-sunken px-5 font-semibold"
      >
        <Settings aria-hidden="true" className="size-5" />
        {canRemove ? words.done : words.adults}
      </button>
      <Suspense>
        {isAtGate ? (
          <KeptGate words={adultWords} onPass={() => setCanRemove(true)} onClose={() => setAtGate(false)} />
        ) : null}
      </Suspense>
    </>
  );
}
