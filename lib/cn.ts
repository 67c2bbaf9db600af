import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

/** Knows the names that `globals.css` adds, so that they replace those of Tailwind. */
const merge = extendTailwindMerge({
  extend: { theme: { radius: ["card"], shadow: ["card", "lift"], font: ["display"] } },
});

/** Joins class names; of two that set the same property the later one counts. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
