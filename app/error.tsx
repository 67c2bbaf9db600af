"use client";

import { BrokenDoor } from "@/components/site/broken-door";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <BrokenDoor onRetry={reset} />;
}
