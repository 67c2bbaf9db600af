"use client";

import { BrokenPage } from "@/components/site/broken-page";
import "./globals.css";

export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <BrokenPage onRetry={reset} />
      </body>
    </html>
  );
}
