"use client";

import { BrokenDoor } from "@/components/site/broken-door";
import "./globals.css";

/** The language that the page had: in whose stead this stands. */
const pageLanguage = () => (typeof document === "undefined" ? "" : document.documentElement.lang) || "en";

export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang={pageLanguage()} suppressHydrationWarning>
      <body>
        <BrokenDoor onRetry={reset} />
      </body>
    </html>
  );
}
