import type { UniverseSummary } from "@/lib/universes/schema";
import { UniverseTile, UniverseTileSkeleton } from "./universe-tile";

const grid = "grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-6 lg:grid-cols-4";

export function UniverseGrid({ universes }: { universes: UniverseSummary[] }) {
  return (
    <ul className={grid}>
      {universes.map((universe) => (
        <UniverseTile key={universe.id} universe={universe} />
      ))}
    </ul>
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
