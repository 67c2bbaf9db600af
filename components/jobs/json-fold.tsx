"use client";

import { Check, ChevronRight, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toasts } from "@/components/ui/toast";

/** Copies a text and says whether it worked, by a mark that stays for the visit. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("admin.panel");
  const [isCopied, setIsCopied] = useState(false);
  const handleCopy = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => toasts.add({ title: t("notCopied"), type: "error" }),
    );
  return (
    <button
      type="button"
      onClick={handleCopy}
      aria-label={isCopied ? t("copied") : label}
      title={isCopied ? t("copied") : label}
      className="grid size-8 pointer-coarse:size-11 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
    >
      {isCopied ? (
        <Check aria-hidden="true" className="size-4 text-leaf" />
      ) : (
        <Copy aria-hidden="true" className="size-4" />
      )}
    </button>
  );
}

/** A piece of JSON, folded until somebody wants to read it. */
export function JsonFold({ title, value }: { title: string; value: unknown }) {
  const t = useTranslations("admin.panel");
  const text = JSON.stringify(value, null, 2);
  return (
    <details className="group/json rounded-2xl border border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-2xl px-3 font-bold text-sm hover:bg-paper [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 text-ink-soft transition-transform group-open/json:rotate-90"
        />
        {title}
      </summary>
      <div className="relative border-line border-t">
        <div className="absolute top-1 right-2">
          <CopyButton text={text} label={t("copy", { what: title })} />
        </div>
        <pre
          lang="en"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-b-2xl p-3 pr-12 text-[0.8125rem] leading-relaxed"
        >
          {text}
        </pre>
      </div>
    </details>
  );
}
