import { cn } from "@/lib/cn";

/** Paper hills along the foot of a page. */
export function Hills({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 1440 260"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={cn("pointer-events-none block h-40 w-full sm:h-52", className)}
    >
      <path d="M0 120C190 40 380 30 620 96s470 76 820-30v194H0Z" fill="var(--hill-far)" />
      <path d="M0 176c230-74 430-50 690-6s500 34 750-54v144H0Z" fill="var(--hill-mid)" />
      <path d="M0 226c260-52 520-60 780-24s440 30 660-8v66H0Z" fill="var(--hill-near)" />
    </svg>
  );
}
