"use client";

import { BrokenPage } from "@/components/site/broken-page";
import { useBrowserLanguage } from "@/components/site/browser-language";
import "./globals.css";

export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang={useBrowserLanguage()}>
      <body>
        <BrokenPage onRetry={reset} />
      </body>
    </html>
  );
}
