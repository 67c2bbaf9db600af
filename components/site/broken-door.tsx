"use client";

import { lazy, Suspense } from "react";

/** Without a network, or after a new version of the studio, there are no words to be had: a sign that says the same in all languages. */
function Again() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <button type="button" onClick={() => location.reload()} className="p-8 text-5xl">
        ↻ OK
      </button>
    </main>
  );
}

const BrokenPage = lazy(() =>
  import("./broken-page").then(
    (part) => ({ default: part.BrokenPage }),
    () => ({ default: Again }),
  ),
);

/** What one sees when a page broke. Every page brings this along, twice, so what is seen comes when it is needed. */
export function BrokenDoor({ onRetry }: { onRetry: () => void }) {
  return (
    <Suspense>
      <BrokenPage onRetry={onRetry} />
    </Suspense>
  );
}
