import { Compass, LayoutGrid, ListChecks, LogIn } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";
import { buttonVariants } from "@/components/ui/button-variants";
import type { Role } from "@/lib/contract/statuses";
import { NavLink } from "./nav-link";

export interface Visitor {
  id: string;
  name: string;
  email: string;
  role: Role;
}

interface SiteHeaderProps {
  visitor: Visitor | null;
  /** At its end: search and settings. */
  children: ReactNode;
}

/** The bar on top: where one is, where one can go, and who one is. */
export function SiteHeader({ visitor, children }: SiteHeaderProps) {
  const t = useTranslations("site");
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-paper/95 backdrop-blur-sm">
      <a
        href="#main"
        className="sr-only focus-visible:not-sr-only focus-visible:absolute focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:rounded-full focus-visible:bg-surface focus-visible:px-4 focus-visible:py-2"
      >
        {t("skip")}
      </a>
      <div className="mx-auto flex h-16 max-w-7xl items-center gap-1 px-2 xs:px-3 sm:gap-2 sm:px-6">
        <Link href="/" prefetch={false} aria-label={t("home")} className="mr-auto rounded-full p-1">
          <Logo className="max-xs:[&>span]:sr-only" />
        </Link>
        <nav aria-label={t("navigation")} className="flex items-center gap-1">
          {visitor ? (
            <NavLink href="/drafts">
              <LayoutGrid aria-hidden="true" />
              <span className="max-sm:sr-only">{t("drafts")}</span>
            </NavLink>
          ) : null}
          <NavLink href="/explore">
            <Compass aria-hidden="true" />
            <span className={visitor ? "max-sm:sr-only" : "max-xs:sr-only"}>{t("explore")}</span>
          </NavLink>
          {visitor && visitor.role !== "educator" ? (
            <NavLink href="/admin">
              <ListChecks aria-hidden="true" />
              <span className="max-sm:sr-only">{t("admin")}</span>
            </NavLink>
          ) : null}
        </nav>
        {visitor ? null : (
          <Link href="/sign-in" className={buttonVariants({ variant: "secondary" })}>
            <LogIn aria-hidden="true" className="max-xs:hidden" />
            {t("signIn")}
          </Link>
        )}
        {children}
      </div>
    </header>
  );
}

export function SiteHeaderSkeleton() {
  return (
    <div className="sticky top-0 z-30 h-16 border-line border-b bg-paper">
      <div className="mx-auto flex h-full max-w-7xl items-center px-4 sm:px-7">
        <Logo />
      </div>
    </div>
  );
}
