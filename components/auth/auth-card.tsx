import type { ReactNode } from "react";

export function AuthCard({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 rounded-card bg-surface p-6 shadow-card sm:p-8">
      <header className="flex flex-col gap-1.5">
        <h1 className="text-3xl">{title}</h1>
        {text ? <p className="text-ink-soft">{text}</p> : null}
      </header>
      {children}
    </section>
  );
}
