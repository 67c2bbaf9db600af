import { CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import type { Asset } from "@/lib/drafts/schema";
import { usePieceError } from "./use-piece-error";

/** A picture that is made but has no address yet is on its way, too. */
export function isBeingMade({ status, image_url }: Asset): boolean {
  return status === "generating" || (status === "ready" && !image_url);
}

/** How far a card is, or why it was not made. */
export function CardState({ asset }: { asset: Asset }) {
  const t = useTranslations("cards");
  const pieceError = usePieceError();
  if (isBeingMade(asset)) {
    return (
      <div className="pointer-events-none absolute inset-x-3 bottom-3 flex flex-col items-center gap-2">
        <LoaderCircle aria-hidden="true" className="size-8 animate-spin text-sea" />
        <Meter
          value={asset.progress}
          label={t("progress", { name: asset.concept })}
          className="h-2 bg-surface/80"
        />
      </div>
    );
  }
  if (!asset.error_code) return null;
  return (
    <p className="pointer-events-none absolute top-1/2 right-2 left-2 flex max-sm:right-auto -translate-y-1/2 items-start gap-1.5 rounded-xl bg-danger-wash px-2.5 py-2 font-semibold text-danger text-sm leading-snug">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {/* On a phone its buttons need the room; the summary above the cards says why. */}
      <span className="max-sm:sr-only">{pieceError(asset.error_code)}</span>
    </p>
  );
}
