"use client";

import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { line } from "@/lib/contract/text";

/** A pause in typing after which what was written is kept. */
const restMs = 900;

interface EditTextProps {
  label: string;
  /** The language of the text, where it is known. */
  language?: string | undefined;
  /** What the field says. */
  value: string | null;
  /** What a change is compared with, where that is not what the field says. */
  stored?: string | null;
  maxLength: number;
  isLong?: boolean;
  isWrong?: boolean;
  disabled?: boolean;
  placeholder?: string;
  /** The label is only read aloud: something beside the field shows it. */
  isLabelHidden?: boolean;
  describedBy?: string;
  className?: string;
  /** Null empties it. `seen` is what was stored when the person began; answers what is stored where it was refused. */
  onSave: (value: string | null, seen: string | null) => Promise<{ stored: string | null } | null>;
}

interface Typing {
  text: string;
  /** What the field said before, */
  base: string | null;
  /** and what was stored. */
  seen: string | null;
}

function tidy(text: string, maxLength: number): string | null | undefined {
  return text.trim() === "" ? null : line(maxLength).safeParse(text).data;
}

/** A field that keeps what is written in it by itself: after a pause, on Enter, and when it is left. Escape takes it back. */
export function EditText(props: EditTextProps) {
  const { label, language, value, stored = value, maxLength, isLong = false, onSave } = props;
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typing, setTyping] = useState<Typing | null>(null);

  const keep = async () => {
    clearTimeout(timer.current);
    if (!typing) return;
    const next = tidy(typing.text, maxLength);
    if (next === undefined || next === typing.base) return;
    setTyping({ ...typing, base: next, seen: next });
    const refusal = await onSave(next, typing.seen);
    if (refusal) setTyping((now) => now && { ...now, seen: refusal.stored });
  };
  const keepNow = useEffectEvent(keep);

  // What was written is kept when the page is put away, and when another card takes the place of this one.
  useEffect(() => {
    const handleHide = () => void keepNow();
    document.addEventListener("visibilitychange", handleHide);
    return () => {
      document.removeEventListener("visibilitychange", handleHide);
      void keepNow();
    };
  }, []);

  const handleType = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keepNow(), restMs);
    setTyping((before) => (before ? { ...before, text } : { text, base: value, seen: stored }));
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void keep();
    } else if (event.key === "Escape" && typing && (typing.base ?? "") !== typing.text) {
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer.current);
      setTyping(null);
    }
  };
  const control = {
    id,
    value: typing?.text ?? value ?? "",
    lang: language,
    maxLength,
    disabled: props.disabled,
    placeholder: props.placeholder,
    "aria-invalid": props.isWrong || undefined,
    "aria-describedby": props.describedBy,
    onChange: ({ target }: { target: { value: string } }) => handleType(target.value),
    onKeyDown: handleKey,
    onBlur: () => {
      void keep();
      setTyping(null);
    },
    className: cn(
      "field-sizing-content w-full min-w-0 resize-none rounded-2xl border border-line-strong bg-surface px-3.5 py-2.5 text-ink leading-snug placeholder:text-ink-soft/80 focus-visible:outline-offset-1 disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger",
      isLong ? "min-h-20" : "min-h-11",
      props.className,
    ),
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <label htmlFor={id} className={props.isLabelHidden ? "sr-only" : "font-bold text-sm"}>
        {label}
      </label>
      <textarea rows={1} {...control} />
    </div>
  );
}
