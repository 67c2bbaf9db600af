import type { ComponentProps } from "react";

const looks = {
  white:
    "bg-white/92 text-[#2c2148] size-[min(4rem,17.5vw)] board:size-20 low:size-14 [&_svg]:size-8 board:[&_svg]:size-11",
  sun: "bg-[#ffb833] text-[#2c2148] size-[min(4rem,17.5vw)] data-speaking:scale-110 sm:size-20 board:size-24 low:size-14 [&_svg]:size-8 sm:[&_svg]:size-10 board:[&_svg]:size-12 low:[&_svg]:size-8",
  dark: "bg-black/45 text-white size-[min(3.5rem,15.5vw)] sm:size-16 board:size-18 low:size-12 [&_svg]:size-7 sm:[&_svg]:size-8 board:[&_svg]:size-9 low:[&_svg]:size-6 group-data-contrast/viewer:border-2 group-data-contrast/viewer:border-white aria-pressed:bg-white aria-pressed:text-[#2c2148]",
};

interface RoundButtonProps extends Omit<ComponentProps<"button">, "type" | "className"> {
  look: keyof typeof looks;
  /** Where it comes for who chooses with one switch; low comes first. */
  turn: number;
}

/** A button that a small finger finds: where it looks smaller than 64 pixels, it can be hit as if it were that large. */
export function RoundButton({ look, turn, ...props }: RoundButtonProps) {
  return (
    <button
      type="button"
      data-turn={turn}
      className={`relative grid shrink-0 place-items-center rounded-full shadow-lg focus-visible:shadow-[0_0_0_9px_rgb(0_0_0/.6)] transition-transform after:absolute after:inset-[min(0px,50%_-_2rem)] active:scale-90 disabled:invisible ${looks[look]}`}
      {...props}
    />
  );
}
