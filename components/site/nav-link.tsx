"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the header; it tells when its part of the site is open. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const pathname = usePathname();
  const isOpen = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isOpen ? "page" : undefined}
      className="flex h-11 items-center gap-2 rounded-full px-3 font-bold text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sun-wash aria-[current=page]:text-sun-ink sm:px-4 [&_svg]:size-5"
    >
      {children}
    </Link>
  );
}
