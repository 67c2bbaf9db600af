"use client";

import { LogoMark } from "@/components/brand/logo-mark";
import words from "@/messages/broken.json";
import { useBrowserLanguage } from "./browser-language";

/** What one sees when a page broke. It stands outside the translations' provider, so it brings its own words. */
export function BrokenPage({ onRetry }: { onRetry: () => void }) {
  const language = useBrowserLanguage();
  const { title, text, again } = words[language];
  return (
    <main lang={language} className="grid min-h-dvh place-items-center p-6 text-center">
      <div className="flex max-w-md flex-col items-center gap-5">
        <LogoMark className="size-24" />
        <h1 className="text-3xl">{title}</h1>
        <p className="text-ink-soft text-lg">{text}</p>
        <button
          type="button"
          onClick={onRetry}
          className="min-h-14 rounded-full bg-berry px-8 font-bold text-lg text-on-berry shadow-[0_3px_0_var(--berry-edge)]"
        >
          {again}
        </button>
      </div>
    </main>
  );
}
