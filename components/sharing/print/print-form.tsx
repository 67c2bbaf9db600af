"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";

/** A form that counts as sent with each choice. Without a script it is sent by its button. */
export function PrintForm({ className, children }: { className: string; children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  return (
    <form
      className={className}
      onChange={(event) => {
        const chosen = new FormData(event.currentTarget);
        const query = new URLSearchParams([...chosen].map(([name, value]) => [name, String(value)]));
        router.replace(`${path}?${query}` as Route, { scroll: false });
      }}
    >
      {children}
    </form>
  );
}
