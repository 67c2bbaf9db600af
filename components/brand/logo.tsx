import { cn } from "@/lib/cn";
import { LogoMark } from "./logo-mark";

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-display text-xl font-bold", className)}>
      <LogoMark />
      <span className="leading-none">
        Magik<span className="text-berry">Swipe</span>
      </span>
    </span>
  );
}
