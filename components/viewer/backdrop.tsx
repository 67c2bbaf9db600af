import { brightestOf } from "@/lib/universes/colour";
import type { Card } from "@/lib/universes/schema";

const isColour = (text: string | null) => text !== null && /^#[0-9a-f]{6}$/i.test(text);

interface BackdropProps {
  color: string;
  cards: Card[];
  nonce: string | undefined;
}

/**
 * Colours the whole page, beyond its edges too, and the place of each picture until it is there; a style element, since the
 * security policy forbids style attributes.
 */
export function Backdrop({ color, cards, nonce }: BackdropProps) {
  const safe = isColour(color) ? color : "#1a1a2e";
  const places = cards
    .filter((card) => isColour(card.placeholder_color))
    .map((card) => `[data-card="${card.id}"]{background:${card.placeholder_color}}`);
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`html{background:radial-gradient(circle at 50% 35%,${brightestOf(safe)},${safe} 75%) fixed ${safe}}${places.join("")}`}
    </style>
  );
}
