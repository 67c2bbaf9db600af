import type { ReactNode } from "react";

/** A part of the panel under a heading of its own. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-col gap-0.5">
        <h3 className="text-lg">{title}</h3>
        {hint ? <p className="text-ink-soft text-sm">{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}
