import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import type { LiveState } from "@/lib/realtime/live-topic";

const dots: Record<LiveState, string> = {
  connecting: "bg-line-strong",
  live: "bg-leaf",
  "catching-up": "bg-sun animate-breathe",
  offline: "bg-danger",
};

/** How fresh the page is. */
export function LiveBadge({ state }: { state: LiveState }) {
  const t = useTranslations("live");
  return (
    <span
      role="status"
      data-live={state}
      title={t(`${state}.hint`)}
      className="inline-flex h-7 items-center gap-2 rounded-full px-2 font-bold text-ink-soft text-sm"
    >
      <span aria-hidden="true" className={cn("size-2.5 rounded-full", dots[state])} />
      {t(`${state}.name`)}
    </span>
  );
}
