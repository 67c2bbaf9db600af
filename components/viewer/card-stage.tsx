import { lazy, Suspense } from "react";
import { Picture } from "@/components/ui/picture";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";
import { CardFilm } from "./card-film";
import type { Sound } from "./sound/sound";
import type { ViewerWords } from "./types";

/** Loaded with the first figure that somebody asks for. */
const Figure = lazy(() => import("@/components/ui/figure").then((part) => ({ default: part.Figure })));

export type Piece = "picture" | "film" | "figure";

/** How wide the picture of a card is on the screen, as an `<img>` is told. Whoever shows it elsewhere says the same, so that it is loaded once. */
export const placeOfPicture = "(max-height: 30rem) and (orientation: landscape) 85vh, min(94vw, 58vh)";

interface CardStageProps {
  card: Card;
  alt: string;
  piece: Piece;
  words: ViewerWords;
  sound: Sound;
  isNear: boolean;
  isShown: boolean;
  isCalm: boolean;
  onPicture: () => void;
}

/** The picture of a card, or its film or figure in the same place. */
export function CardStage({
  card,
  alt,
  piece,
  words,
  sound,
  isNear,
  isShown,
  isCalm,
  onPicture,
}: CardStageProps) {
  if (piece === "film" && card.video_url)
    return <CardFilm url={card.video_url} poster={card.image_url} sound={sound} onEnd={onPicture} />;
  if (piece === "figure" && card.model3d_url)
    return (
      <Suspense>
        <Figure
          url={card.model3d_url}
          poster={card.image_url}
          label={words.figure}
          failedLabel={words.figureFailed}
          isStill={isCalm}
        />
      </Suspense>
    );
  if (!card.image_url) return null;
  return (
    <Picture
      src={card.image_url}
      srcSet={sizesOf(card.image_url)}
      sizes={placeOfPicture}
      alt={alt}
      width={1024}
      height={1024}
      loading={isNear ? "eager" : "lazy"}
      // The ones beside it are wanted soon, but not before it.
      fetchPriority={isShown ? "high" : "low"}
      className="size-full object-cover"
    />
  );
}
