import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-8 min-w-8 place-items-center rounded-lg border border-line border-b-3 bg-paper px-2 font-bold font-sans text-ink text-sm">
      {children}
    </kbd>
  );
}
