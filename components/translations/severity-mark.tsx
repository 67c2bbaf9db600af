import { CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import { cn } from "@/lib/cn";
import type { Severity } from "@/lib/language-check/finding";

const marks = { error: CircleAlert, warning: TriangleAlert, hint: Lightbulb };
const colours = { error: "text-danger", warning: "text-sun-ink", hint: "text-sea-ink" };

/** How much a finding matters, for the eye; words stand beside it. */
export function SeverityMark({ severity, className }: { severity: Severity; className?: string }) {
  const Mark = marks[severity];
  return <Mark aria-hidden="true" className={cn("size-4 shrink-0", colours[severity], className)} />;
}
