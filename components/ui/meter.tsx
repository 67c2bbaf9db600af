import { cn } from "@/lib/cn";

/** Progress from 0 to 100 with a name for screen readers. */
export function Meter({ value, label, className }: { value: number; label: string; className?: string }) {
  return <progress max={100} value={value} aria-label={label} className={cn("meter", className)} />;
}
