import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

interface SectionProps {
  id: string;
  icon: ReactNode;
  title: string;
  text?: string;
  children: ReactNode;
  className?: string;
}

/** One matter of the account, under its heading. */
export function Section({ id, icon, title, text, children, className }: SectionProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className={cn(
        "flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card sm:p-7",
        className,
      )}
    >
      <div className="flex flex-col gap-1.5">
        <h2 id={`${id}-title`} className="flex items-center gap-2.5 text-2xl [&_svg]:size-6 [&_svg]:shrink-0">
          {icon}
          {title}
        </h2>
        {text ? <p className="text-ink-soft">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}
