"use client";

import { type KeyboardEvent, useRef } from "react";
import type { Language } from "@/lib/contract/languages";

/** Where the table goes when a cell was written. */
export type Leave = "down" | "up" | "right" | "left" | "stay";

interface CellEditorProps {
  label: string;
  language: Language;
  initial: string;
  maxLength: number;
  onCommit: (text: string, leave: Leave) => void;
  onCancel: () => void;
}

/** The text of one cell while it is written: Enter and Tab keep it, Escape leaves it as it was. */
export function CellEditor({ label, language, initial, maxLength, onCommit, onCancel }: CellEditorProps) {
  const isDone = useRef(false);

  const commit = (text: string, leave: Leave) => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(text, leave);
  };

  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    // Enter ends what an input method composes, before it ends the cell.
    if (event.nativeEvent.isComposing) return;
    const text = event.currentTarget.value;
    if (event.key === "Enter") {
      event.preventDefault();
      commit(text, event.shiftKey ? "up" : "down");
    } else if (event.key === "Tab") {
      event.preventDefault();
      commit(text, event.shiftKey ? "left" : "right");
    } else if (event.key === "Escape") {
      event.preventDefault();
      isDone.current = true;
      onCancel();
    }
  };

  return (
    <textarea
      // The person has just asked to write here.
      ref={(element) => {
        if (!element || element === document.activeElement) return;
        element.focus();
        element.setSelectionRange(element.value.length, element.value.length);
      }}
      aria-label={label}
      lang={language}
      defaultValue={initial}
      maxLength={maxLength}
      rows={1}
      onKeyDown={handleKey}
      onBlur={(event) => commit(event.currentTarget.value, "stay")}
      className="field-sizing-content -m-1 block w-[calc(100%+0.5rem)] resize-none rounded-lg bg-paper p-1 text-ink leading-snug outline-3 outline-sea"
    />
  );
}
