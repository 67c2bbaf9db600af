"use client";

import { useFormatter, useLocale } from "next-intl";
import { writeSpan } from "@/lib/i18n/span";
import { useTicking } from "./use-ticking";

/** Writes a span of seconds with its largest units, two unless said otherwise, as people of this language do: 3m 20s. */
export function useSpan(): (seconds: number, units?: number) => string {
  const locale = useLocale();
  return (seconds, units = 2) => writeSpan(seconds, locale, { units });
}

/** How long ago something was, going on by itself; the exact moment is its hint. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const format = useFormatter();
  const moment = new Date(at);
  const text = useTicking((now) =>
    format.relativeTime(moment, { now: Math.max(now, moment.getTime()), style: "short" }),
  );
  return (
    <time
      dateTime={at}
      className={className}
      title={`${format.dateTime(moment, { dateStyle: "medium", timeStyle: "medium" })} UTC`}
    >
      {text}
    </time>
  );
}

/** How long is left until a moment, or how long it is past, as a span. */
export function Until({ at, past }: { at: string; past: (span: string) => string }) {
  const span = useSpan();
  const end = Date.parse(at);
  const text = useTicking((now) => (end >= now ? span((end - now) / 1000) : past(span((now - end) / 1000))));
  return <time dateTime={at}>{text}</time>;
}

/** How long something took, or has taken until now. */
export function Took({ from, to }: { from: string | null; to: string | null }) {
  const span = useSpan();
  const text = useTicking((now) => {
    if (!from) return "–";
    const seconds = ((to ? Date.parse(to) : now) - Date.parse(from)) / 1000;
    return span(seconds);
  });
  return <span className="tabular-nums">{text}</span>;
}
