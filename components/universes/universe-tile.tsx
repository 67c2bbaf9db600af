import { useLocale, useTranslations } from "next-intl";
import { LogoMark } from "@/components/brand/logo-mark";
import { Picture } from "@/components/ui/picture";
import { Skeleton } from "@/components/ui/skeleton";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { UniverseSummary } from "@/lib/universes/schema";

interface UniverseTileProps {
  universe: UniverseSummary;
  /** In sight at once, so that its picture does not wait. */
  isFirst?: boolean;
}

/** A published universe, one tap from its first card. */
export function UniverseTile({ universe, isFirst = false }: UniverseTileProps) {
  const t = useTranslations("explore");
  const locale = useLocale();
  const name = universe.names[locale];
  return (
    <li className="deck-sheet rounded-card bg-surface shadow-card">
      {/* A full load: the children's page stands alone, under a security policy of its own. */}
      <a
        href={`/u/${universe.slug}`}
        className="group flex h-full flex-col gap-3 rounded-card p-3 focus-visible:outline-offset-4"
      >
        <Cover universe={universe} isFirst={isFirst} />
        <span
          lang={name ? locale : undefined}
          className="line-clamp-3 hyphens-auto px-1 font-bold wrap-anywhere font-display text-2xl leading-tight"
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

/** The cover; a universe without one shows its first picture like a card on its own ground. */
function Cover({ universe, isFirst }: Required<UniverseTileProps>) {
  const { cover_url, thumbnail_url, background_color, placeholder_color } = universe;
  const loading = isFirst ? ({ loading: "eager", fetchPriority: "high", decoding: "sync" } as const) : {};
  return (
    <span className="relative block aspect-[1200/630] overflow-hidden rounded-2xl bg-sunken">
      {/* An attribute of a drawing: the security policy forbids styles in the markup. */}
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        <rect width="100%" height="100%" fill={background_color} />
      </svg>
      {cover_url ? (
        <Picture
          src={cover_url}
          srcSet={sizesOf(cover_url)}
          sizes="(min-width: 80rem) 24rem, (min-width: 64rem) 33vw, (min-width: 30rem) 50vw, 100vw"
          alt=""
          width={1200}
          height={630}
          {...loading}
          className="absolute inset-0 size-full object-cover"
        />
      ) : thumbnail_url ? (
        <span className="absolute inset-y-[7%] left-1/2 aspect-square -translate-x-1/2 -rotate-3 overflow-hidden rounded-[10%] border-[3px] border-white bg-white shadow-lift transition-transform duration-200 group-hover:rotate-0">
          <svg aria-hidden="true" className="absolute inset-0 size-full">
            <rect width="100%" height="100%" fill={placeholder_color ?? "#e8e0d0"} />
          </svg>
          <Picture
            src={thumbnail_url}
            srcSet={sizesOf(thumbnail_url)}
            sizes="(min-width: 80rem) 11rem, (min-width: 64rem) 15vw, (min-width: 30rem) 23vw, 46vw"
            alt=""
            width={1024}
            height={1024}
            {...loading}
            className="absolute inset-0 size-full object-cover"
          />
        </span>
      ) : (
        <span className="absolute inset-0 grid place-items-center">
          <LogoMark className="h-1/2" />
        </span>
      )}
    </span>
  );
}

export function UniverseTileSkeleton() {
  return (
    <div className="flex flex-col gap-3 rounded-card bg-surface p-3 shadow-card">
      <Skeleton className="aspect-[1200/630]" />
      <Skeleton className="h-7 w-3/4" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
