import { useLocale, useTranslations } from "next-intl";
import { LogoMark } from "@/components/brand/logo-mark";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import type { UniverseSummary } from "@/lib/universes/schema";

/** A published universe, one tap from its first card. */
export function UniverseTile({ universe }: { universe: UniverseSummary }) {
  const t = useTranslations("explore");
  const locale = useLocale();
  const name = universe.names[locale];
  return (
    <li className="deck-sheet rounded-card bg-surface shadow-card">
      {/* A full load: the children's page stands alone, under a security policy of its own. */}
      <a
        href={`/u/${universe.slug}`}
        className="flex h-full flex-col gap-3 rounded-card p-3 focus-visible:outline-offset-4"
      >
        {universe.thumbnail_url ? (
          <Picture
            src={universe.thumbnail_url}
            alt=""
            width={1024}
            height={1024}
            className="aspect-square w-full rounded-2xl bg-sunken object-cover"
          />
        ) : (
          <span className="grid aspect-square place-items-center rounded-2xl bg-sunken">
            <LogoMark className="size-1/3" />
          </span>
        )}
        <span
          lang={name ? locale : undefined}
          className="line-clamp-3 hyphens-auto px-1 font-bold wrap-anywhere font-display text-xl leading-tight sm:text-2xl"
        >
          {name ?? universe.name}
        </span>
        <span className="mt-auto flex flex-wrap justify-between gap-2 px-1 pb-1 text-ink-soft text-sm">
          <span>{t("cards", { count: universe.card_count })}</span>
          <span className="font-bold">{universe.languages.map((code) => code.toUpperCase()).join(" ")}</span>
        </span>
      </a>
    </li>
  );
}

export function UniverseTileSkeleton() {
  return (
    <div className="flex flex-col gap-3 rounded-card bg-surface p-3 shadow-card">
      <Skeleton className="aspect-square" />
      <Skeleton className="h-7 w-3/4" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
