import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isShippedTheme, smallThemePicture } from "@/components/drafts/theme";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { languages } from "@/lib/contract/languages";
import { type ShelfTheme, shelfSizes } from "@/lib/universes/schema";
import { isNarrowed, type ShelfView, shelfAddress, sorts } from "@/lib/universes/shelf-view";
import { DeckPicture } from "./deck-picture";

interface ShelfFiltersProps {
  view: ShelfView;
  themes: ShelfTheme[];
  total: number;
}

/** Themes and languages to tap: each is a link, and a second tap takes it back. */
export function ShelfFilters({ view, themes, total }: ShelfFiltersProps) {
  const t = useTranslations("explore");
  const tLanguage = useTranslations("account.languages");
  const locale = useLocale();
  return (
    <div className="mt-5 mb-6 flex flex-col gap-3">
      {themes.length > 1 || view.theme ? (
        <Row label={t("themes")}>
          {themes.map(({ key, names }) => (
            <Chip
              key={key}
              isOn={view.theme === key}
              href={shelfAddress(view, { theme: view.theme === key ? null : key })}
              className={isShippedTheme(key) ? "pl-1.5" : ""}
            >
              {isShippedTheme(key) ? (
                <Picture
                  src={smallThemePicture(key)}
                  alt=""
                  width={96}
                  height={96}
                  className="size-9 rounded-full"
                />
              ) : null}
              {names[locale] ?? key}
            </Chip>
          ))}
        </Row>
      ) : null}
      <Row label={t("languages")}>
        {languages.map((code) => (
          <Chip
            key={code}
            isOn={view.language === code}
            href={shelfAddress(view, { language: view.language === code ? null : code })}
          >
            <span lang={code}>{tLanguage(code)}</span>
          </Chip>
        ))}
      </Row>
      <Row label={t("sizes.label")}>
        {shelfSizes.map((size) => (
          <Chip
            key={size}
            isOn={view.size === size}
            href={shelfAddress(view, { size: view.size === size ? null : size })}
            className="pl-2.5"
          >
            <DeckPicture size={size} />
            {t(`sizes.${size}`)}
          </Chip>
        ))}
      </Row>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="font-semibold text-ink-soft">
          <span>{t("found", { count: total })}</span>
          {isNarrowed(view) ? (
            <Link
              href="/explore"
              prefetch={false}
              className="ml-3 inline-flex min-h-11 items-center rounded-full px-2 font-bold text-ink underline underline-offset-4"
            >
              {t("showAll")}
            </Link>
          ) : null}
        </p>
        {total > 1 ? <Order view={view} /> : null}
      </div>
    </div>
  );
}

function Order({ view }: { view: ShelfView }) {
  const t = useTranslations("explore");
  return (
    <nav aria-label={t("sort")} className="flex gap-1">
      {sorts.map((sort) => {
        const isOn = (view.sort ?? (view.search ? null : "newest")) === sort;
        return (
          <Link
            key={sort}
            href={shelfAddress(view, { sort: isOn && view.sort ? null : sort })}
            prefetch={false}
            scroll={false}
            aria-current={isOn ? "true" : undefined}
            className="inline-flex min-h-11 items-center rounded-full px-4 font-semibold text-ink-soft hover:bg-sunken aria-[current]:bg-sun-wash aria-[current]:text-sun-ink"
          >
            {t(`sorts.${sort}`)}
          </Link>
        );
      })}
    </nav>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      {/* On a phone one row each, that is pushed sideways. */}
      <ul className="flex gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 max-sm:[scrollbar-width:none] sm:flex-wrap">
        {children}
      </ul>
    </nav>
  );
}

interface ChipProps {
  href: Route;
  isOn: boolean;
  className?: string;
  children: ReactNode;
}

function Chip({ href, isOn, className, children }: ChipProps) {
  return (
    <li className="shrink-0">
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={isOn ? "true" : undefined}
        className={cn(
          "inline-flex min-h-12 items-center gap-2 rounded-full border-2 border-line bg-surface px-4 font-bold hover:bg-sunken aria-[current]:border-sun aria-[current]:bg-sun-wash aria-[current]:text-sun-ink",
          className,
        )}
      >
        {children}
      </Link>
    </li>
  );
}
