import {
  Bird,
  Bug,
  Cat,
  Dog,
  Fish,
  type LucideIcon,
  Panda,
  Rabbit,
  Rat,
  Shrimp,
  Snail,
  Squirrel,
  Turtle,
} from "lucide-react";
import { cn } from "@/lib/cn";

const animals = [
  ["bird", Bird],
  ["cat", Cat],
  ["dog", Dog],
  ["fish", Fish],
  ["rabbit", Rabbit],
  ["squirrel", Squirrel],
  ["turtle", Turtle],
  ["snail", Snail],
  ["bug", Bug],
  ["panda", Panda],
  ["mouse", Rat],
  ["shrimp", Shrimp],
] as const satisfies readonly (readonly [string, LucideIcon])[];

const colours = [
  "bg-[#c2336f] text-white",
  "bg-[#ffb833] text-[#2c2148]",
  "bg-[#23794d] text-white",
  "bg-[#1d6fa1] text-white",
  "bg-[#7447b0] text-white",
  "bg-[#c14a16] text-white",
];

/** How many badges there are: every animal in every colour. */
export const badgeKinds = animals.length * colours.length;

/** The names of the animals, in one language. */
export type AnimalNames = Record<(typeof animals)[number][0], string>;

interface ScreenBadgeProps {
  badge: number;
  names: AnimalNames;
  className?: string;
}

/** A little animal in place of a name. */
export function ScreenBadge({ badge, names, className }: ScreenBadgeProps) {
  const [name, Animal] = animals[badge % animals.length] ?? animals[0];
  const colour = colours[Math.floor(badge / animals.length) % colours.length];
  return (
    <span
      role="img"
      aria-label={names[name]}
      data-badge={badge}
      className={cn("grid shrink-0 place-items-center rounded-full [&_svg]:size-[62%]", colour, className)}
    >
      <Animal aria-hidden="true" />
    </span>
  );
}
