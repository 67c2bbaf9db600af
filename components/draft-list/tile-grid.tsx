import { Plus } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/lib/cn";
import { DraftTileSkeleton } from "./draft-tile";

/** How the tiles of universes stand beside each other. */
export const tileGrid = "grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4 xl:grid-cols-5";

/** The first place of the list, where a new universe begins. */
export function NewTile({ label }: { label: string }) {
  return (
    <li>
      <Link
        href="/drafts/new"
        data-arrow-stop
        className={cn(
          buttonVariants({ variant: "quiet" }),
          "h-full min-h-48 w-full flex-col whitespace-normal rounded-card border-2 border-line-strong border-dashed text-center text-berry text-lg",
        )}
      >
        <Plus aria-hidden="true" className="size-8!" />
        {label}
      </Link>
    </li>
  );
}

export function TileSkeletons() {
  return (
    <div className={tileGrid}>
      {["a", "b", "c", "d", "e"].map((key) => (
        <DraftTileSkeleton key={key} />
      ))}
    </div>
  );
}

export function DraftListSkeleton() {
  return (
    <div className="mt-27 xl:mt-14">
      <TileSkeletons />
    </div>
  );
}
