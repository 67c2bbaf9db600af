"use client";

import type { ReactNode } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Skeleton } from "@/components/ui/skeleton";

interface StaffPageProps {
  title: string;
  text: string;
  /** What is looked for. */
  filters?: ReactNode;
  isRead: boolean;
  error: Error | null;
  children: ReactNode;
}

/** A page of the staff: what it is about, what is looked for, and what was found. */
export function StaffPage({ title, text, filters, isRead, error, children }: StaffPageProps) {
  const problemText = useProblemText();
  return (
    <div data-beside-panel className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        <p className="max-w-3xl text-ink-soft">{text}</p>
      </header>
      {filters}
      {error && !isRead ? <FormError>{problemText(error)}</FormError> : null}
      {isRead ? children : error ? null : <StaffLinesSkeleton />}
    </div>
  );
}

export function StaffLinesSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-36 rounded-card" />
      ))}
    </div>
  );
}

interface NothingProps {
  icon: ReactNode;
  title: string;
  text: string;
}

/** There is nothing to list. */
export function Nothing({ icon, title, text }: NothingProps) {
  return (
    <section className="flex flex-col items-center gap-3 rounded-card bg-surface px-6 py-12 text-center shadow-card [&>svg]:size-10 [&>svg]:text-leaf">
      {icon}
      <h2 className="text-xl">{title}</h2>
      <p className="max-w-md text-ink-soft">{text}</p>
    </section>
  );
}
