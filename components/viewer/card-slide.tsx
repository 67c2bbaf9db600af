import { Picture } from "@/components/ui/picture";
import type { Language } from "@/lib/contract/languages";
import type { Card } from "@/lib/universes/schema";

/** The longest word decides, so that none is broken on a phone. */
function sizeFor(name: string): string {
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => word.length));
  if (longest > 15) return "text-[clamp(1.75rem,min(7vw,8dvh),5rem)]";
  return longest > 11
    ? "text-[clamp(2rem,min(9vw,9dvh),5.5rem)]"
    : "text-[clamp(2.5rem,min(12vw,9dvh),5.5rem)]";
}

interface CardSlideProps {
  card: Card;
  name: string;
  language: Language;
  /** Close enough to the card in front to have its picture loaded. */
  isNear: boolean;
  isShown: boolean;
  onTap?: () => void;
}

/** The picture as large as the screen lets it be, on a soft echo of itself, and its name. */
export function CardSlide({ card, name, language, isNear, isShown, onTap }: CardSlideProps) {
  return (
    <li
      aria-hidden={!isShown}
      className="relative flex size-full shrink-0 snap-center snap-always select-none flex-col items-center justify-center gap-[2.5dvh] overflow-hidden px-4 pt-28 pb-28 landscape:max-h-dvh landscape:pt-24 landscape:pb-24 landscape:max-sm:pb-4"
    >
      {card.image_url && isNear ? (
        <Picture
          src={card.image_url}
          alt=""
          className="absolute inset-0 -z-10 m-auto size-1/4 scale-[4.6] object-cover opacity-40 blur-lg"
        />
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the speaker button does the same for keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a tap on the picture is a second way to the speaker button */}
      <div
        onClick={onTap}
        className="viewer-card aspect-square max-h-[min(62dvh,44rem)] w-full max-w-[min(94vw,62dvh,44rem)] overflow-hidden rounded-[8%] border-[min(2vw,12px)] border-white bg-white/15 shadow-2xl"
      >
        {card.image_url ? (
          <Picture
            src={card.image_url}
            alt=""
            width={1024}
            height={1024}
            loading={isNear ? "eager" : "lazy"}
            fetchPriority={isShown ? "high" : "auto"}
            className="size-full object-cover"
          />
        ) : null}
      </div>
      <p
        lang={language}
        className={`max-w-full text-balance wrap-anywhere text-center font-bold font-display leading-none [text-shadow:0_2px_14px_rgb(0_0_0/.45)] ${sizeFor(name)}`}
      >
        {name}
      </p>
    </li>
  );
}
