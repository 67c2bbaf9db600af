"use client";

import { useEffect } from "react";

/** Shows another title on the tab while there is one, and the page's own again afterwards, whatever that is by then. */
export function useTabTitle(title: string | null): void {
  // Talks to the tab of the browser. Next writes the page's title whenever the page changes.
  useEffect(() => {
    if (title === null) return;
    let own = document.title;
    const show = () => {
      if (document.title === title) return;
      own = document.title;
      document.title = title;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      if (document.title === title) document.title = own;
    };
  }, [title]);
}
