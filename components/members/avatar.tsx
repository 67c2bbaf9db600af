import { cn } from "@/lib/cn";

const tones = [
  "bg-sea-wash text-sea-ink",
  "bg-leaf-wash text-leaf-ink",
  "bg-sun-wash text-sun-ink",
  "bg-berry-wash text-berry",
];

/** The same person has the same colour everywhere. */
function toneOf(userId: string): string {
  const sum = [...userId].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return tones[sum % tones.length] ?? "";
}

interface AvatarProps {
  userId: string;
  name: string;
  className?: string;
}

/** The first letter of a name on a colour of its own. */
export function Avatar({ userId, name, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full font-bold font-display text-base uppercase",
        toneOf(userId),
        className,
      )}
    >
      {[...name][0]}
    </span>
  );
}
