"use client";

import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import type { CopyWords } from "./use-copy-words";

interface CopyFieldProps {
  words: CopyWords;
  label: string;
  value: string;
  /** Lines that are shown. */
  rows?: number;
}

/** Text to take along: copied with one tap, or by hand where the browser forbids that. */
export function CopyField({ words, label, value, rows = 1 }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [state, setState] = useState<"copied" | "notCopied" | null>(null);
  const handleCopy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      field.current?.select();
      setState("notCopied");
    }
  };
  const shown = {
    id,
    readOnly: true,
    value,
    // An address that begins with this site's own is only known in the browser.
    suppressHydrationWarning: true,
    onFocus: () => field.current?.select(),
    className:
      "min-h-12 min-w-0 flex-1 basis-56 resize-none break-all rounded-2xl border border-line-strong bg-paper px-4 py-2.5 font-semibold",
  };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {rows === 1 ? (
        <input
          {...shown}
          ref={(element) => {
            field.current = element;
          }}
        />
      ) : (
        <textarea
          {...shown}
          ref={(element) => {
            field.current = element;
          }}
          rows={rows}
        />
      )}
      <button
        type="button"
        onClick={handleCopy}
        aria-label={`${words.copy}: ${label}`}
        className={buttonVariants({
          variant: "secondary",
          size: null,
          className: "min-h-12 px-5 py-1.5 text-base",
        })}
      >
        {state === "copied" ? (
          <Check aria-hidden="true" className="text-leaf" />
        ) : (
          <Copy aria-hidden="true" />
        )}
        {state === "copied" ? words.copied : words.copy}
      </button>
      <p
        role="status"
        className="sr-only not-data-hidden:not-sr-only"
        data-hidden={state !== "notCopied" || undefined}
      >
        {state ? words[state] : ""}
      </p>
    </div>
  );
}
