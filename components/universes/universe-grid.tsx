import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import type { UniverseSummary } from "@/lib/universes/schema";
import { lastPage, pageSize, type ShelfView, shelfAddress } from "@/lib/universes/shelf-view";
import { UniverseTile, UniverseTileSkeleton } from "./universe-tile";

const grid = "grid gap-4 xs:grid-cols-2 sm:gap-6 lg:grid-cols-3";

interface UniverseGridProps {
  universes: UniverseSummary[];
  /** Where there may be more of them than these. */
  more?: { view: ShelfView; total: number };
}

export function UniverseGrid({ universes, more }: UniverseGridProps) {
  return (
    <>
      <ul className={grid}>
        {universes.map((universe, place) => (
          <UniverseTile key={universe.id} universe={universe} isFirst={place < 2} />
        ))}
      </ul>
      {more ? <More {...more} /> : null}
    </>
  );
}

/** The next ones, below those that are there: without a script the page comes anew, at the place where one was. */
function More({ view, total }: NonNullable<UniverseGridProps["more"]>) {
  const t = useTranslations("explore");
  const left = total - view.page * pageSize;
  if (left <= 0 || view.page === lastPage) return null;
  return (
    <p className="mt-8 flex justify-center">
      <Link
        href={shelfAddress(view, { page: view.page + 1 })}
        prefetch={false}
        scroll={false}
        className={buttonVariants({ size: "lg", variant: "secondary" })}
      >
        {t("more", { count: Math.min(left, pageSize) })}
      </Link>
    </p>
  );
}

export function UniverseGridSkeleton() {
  return (
    <div className={grid}>
      {["a", "b", "c", "d"].map((key) => (
        <UniverseTileSkeleton key={key} />
      ))}
    </div>
  );
}
