import { Film, ImageIcon, Play, Rotate3d } from "lucide-react";
import { memo } from "react";
import { Picture } from "@/components/ui/picture";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";
import { CardName } from "./card-name";
import { CardStage, type Piece, placeOfPicture } from "./card-stage";
import motion from "./motion.module.css";
import { RoundButton } from "./round-button";
import type { Sound } from "./sound/sound";
import type { Name } from "./spoken";
import type { ViewerWords } from "./types";

interface CardSlideProps {
  card: Card;
  names: Name[];
  words: ViewerWords;
  piece: Piece;
  sound: Sound;
  /** Close enough to the card in front to have its picture loaded. */
  isNear: boolean;
  /** A soft echo of the picture fills the place around it. */
  hasEcho: boolean;
  isShown: boolean;
  isCalm: boolean;
  /** Something could be heard, but the browser wants a touch first. */
  isWaiting: boolean;
  /** Only of the card in front, so that the others stay as they are while one leafs. */
  onTap?: (() => void) | undefined;
  onPiece?: ((piece: Piece) => void) | undefined;
}

/** The picture as large as the screen lets it be, on a soft echo of itself, and its name. */
export const CardSlide = memo(function CardSlide(props: CardSlideProps) {
  const { card, names, words, piece, isNear, hasEcho, isShown, isWaiting, onTap, onPiece } = props;
  const alt = names[0] ? (card.texts[names[0].language]?.alt_text ?? "") : "";
  return (
    <li
      aria-hidden={!isShown}
      className={`relative flex size-full shrink-0 snap-center snap-always select-none flex-col items-center justify-center gap-[2.5dvh] overflow-hidden px-4 max-h-dvh pt-32 pb-26 sm:pt-40 sm:pb-32 board:pt-44 low:flex-row low:justify-start low:gap-6 low:px-[max(1rem,env(safe-area-inset-left))] low:pt-16 low:pb-3 ${isNear ? "" : "[content-visibility:auto]"}`}
    >
      {card.image_url && hasEcho ? (
        // A layer of its own, in no language: else it is blurred again with each word that changes beside it.
        <div
          lang="zxx"
          className={`${motion.echo} absolute inset-0 -z-10 overflow-hidden will-change-transform group-data-contrast/viewer:hidden`}
        >
          <Picture
            src={card.image_url}
            srcSet={sizesOf(card.image_url)}
            sizes={placeOfPicture}
            alt=""
            className="absolute inset-0 m-auto size-1/4 scale-[4.6] object-cover opacity-40 blur-lg"
          />
        </div>
      ) : null}
      {/* A name of several words takes its room from the picture. */}
      <div className="relative aspect-square min-h-0 basis-[min(94vw,var(--card-height))] low:ml-18 low:shrink-0 low:basis-[calc(100dvh-4.75rem)]">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the speaker button does the same for keys */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a tap on the picture is a second way to the speaker button */}
        <div
          onClick={piece === "picture" ? onTap : undefined}
          data-card={card.id}
          className="size-full overflow-hidden rounded-[8%] border-[min(2vw,12px)] border-white bg-white/15 shadow-2xl"
        >
          <CardStage {...props} alt={alt} onPicture={() => onPiece?.("picture")} />
        </div>
        {isWaiting ? (
          <button
            type="button"
            inert={!isShown}
            data-turn={0}
            aria-label={words.start}
            onClick={onTap}
            className={`${motion.invite} absolute inset-0 isolate m-auto grid size-24 place-items-center rounded-full border-4 border-white bg-[#ffb833] text-[#2c2148] shadow-2xl focus-visible:shadow-[0_0_0_9px_rgb(0_0_0/.6)] sm:size-32 low:size-20`}
          >
            <Play aria-hidden="true" className="ml-2 size-12 fill-current sm:size-16 low:size-10" />
          </button>
        ) : null}
        {card.video_url || card.model3d_url ? <Stickers {...props} /> : null}
      </div>
      <div className="flex w-full flex-col items-center gap-[1.5dvh] low:min-w-0 low:flex-1 low:pb-16">
        <CardName names={names} />
      </div>
    </li>
  );
});

/** What else there is of a card, on its lower edge. It stays on cards that go by: a row that changes while it scrolls may snap back. */
function Stickers({ card, words, piece, isShown, onPiece }: CardSlideProps) {
  return (
    <div inert={!isShown} className="absolute inset-x-0 bottom-2 flex justify-center gap-4">
      {piece === "picture" ? null : (
        <RoundButton look="white" turn={3} aria-label={words.picture} onClick={() => onPiece?.("picture")}>
          <ImageIcon aria-hidden="true" />
        </RoundButton>
      )}
      {card.video_url && piece !== "film" ? (
        <RoundButton look="white" turn={4} aria-label={words.film} onClick={() => onPiece?.("film")}>
          <Film aria-hidden="true" />
        </RoundButton>
      ) : null}
      {card.model3d_url && piece !== "figure" ? (
        <RoundButton look="white" turn={5} aria-label={words.figure} onClick={() => onPiece?.("figure")}>
          <Rotate3d aria-hidden="true" />
        </RoundButton>
      ) : null}
    </div>
  );
}
