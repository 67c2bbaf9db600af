"use client";

import { EyeOff, Flag, ListChecks, ScrollText } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const pages = [
  { href: "/admin", word: "jobs", icon: <ListChecks aria-hidden="true" /> },
  { href: "/admin/reports", word: "reports", icon: <Flag aria-hidden="true" /> },
  { href: "/admin/hidden", word: "hidden", icon: <EyeOff aria-hidden="true" /> },
  { href: "/admin/decisions", word: "decisions", icon: <ScrollText aria-hidden="true" /> },
] as const;

/** From one page of the staff to another. */
export function StaffNav() {
  const t = useTranslations("staff.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("title")} className="-mx-2 mb-5 flex flex-wrap gap-1">
      {pages.map(({ href, word, icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className="flex h-11 shrink-0 items-center gap-2 rounded-full px-4 font-bold text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-sea-wash aria-[current=page]:text-sea-ink [&_svg]:size-5"
        >
          {icon}
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
