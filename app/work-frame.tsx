import { type ReactNode, Suspense } from "react";
import { Shortcuts } from "@/components/site/shortcuts";
import { SiteHeaderSkeleton } from "@/components/site/site-header";
import { SiteTools } from "@/components/site/site-tools";
import type { WordsOf } from "@/lib/i18n/client-words";
import { Providers } from "./providers";
import { SiteBar } from "./site-bar";

/** What surrounds every page of people at work: data, the bar at the top, keyboard shortcuts. */
export function WorkFrame({ words, children }: { words: WordsOf; children: ReactNode }) {
  return (
    <Providers words={words}>
      <Suspense fallback={<SiteHeaderSkeleton />}>
        <SiteBar Tools={SiteTools} />
      </Suspense>
      <main
        id="main"
        className="mx-auto max-w-7xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8 lg:[body:has([data-side-panel])_&:has([data-beside-panel])]:mr-[28rem] xl:[body:has([data-side-panel])_&:has([data-beside-panel])]:mr-[34rem]"
      >
        {children}
      </main>
      <Shortcuts />
    </Providers>
  );
}
