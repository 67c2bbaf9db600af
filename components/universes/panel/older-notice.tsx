import { History } from "lucide-react";
import type { ReactNode } from "react";

/** Says that something was made from older words than those that count now. */
export function OlderNotice({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-2xl bg-sun-wash px-3.5 py-2.5 font-semibold text-sm text-sun-ink">
      <History aria-hidden="true" className="mt-px size-5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
