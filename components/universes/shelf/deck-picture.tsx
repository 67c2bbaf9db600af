import type { ShelfSize } from "@/lib/universes/schema";

/** How far each sheet of a stack leans, in degrees, the last one in front. */
const stacks: Record<ShelfSize, readonly number[]> = {
  short: [0],
  medium: [-13, 11],
  long: [-26, -9, 8, 25],
};
const colors = ["fill-sea", "fill-leaf", "fill-berry", "fill-sun"];

/** A small, a middling or a high stack of cards, for who does not read. */
export function DeckPicture({ size }: { size: ShelfSize }) {
  const leans = stacks[size];
  return (
    <svg aria-hidden="true" viewBox="0 0 36 36" className="size-9">
      {leans.map((lean, at) => (
        <rect
          key={lean}
          x="11"
          y="6"
          width="14"
          height="20"
          rx="3"
          transform={`rotate(${lean} 18 33)`}
          strokeWidth="1.5"
          className={`${colors[(at + colors.length - leans.length) % colors.length]} stroke-surface`}
        />
      ))}
    </svg>
  );
}
