"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { QrCode } from "@/components/sharing/qr-code";
import { Skeleton } from "@/components/ui/skeleton";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { spelled } from "@/lib/class/code";
import type { Room } from "@/lib/class/schema";
import { cn } from "@/lib/cn";

interface WayInProps {
  room: Pick<Room, "code" | "key">;
  isBig?: boolean;
  /** What belongs below the letters. */
  children?: ReactNode;
}

/** How screens come in: a code to scan, and where to tap which letters. */
export function WayIn({ room: { code, key }, isBig = false, children }: WayInProps) {
  const t = useTranslations("class.lead");
  // Where this page was opened: the children's screens reach the studio the same way.
  const origin = useBrowserValue<string | null>(() => location.origin, null);
  const address = origin ? `${new URL(origin).host}/class` : "";
  const [first, second] = spelled(code).split(" ");
  const size = isBig ? "w-[min(70vw,38dvh)] lg:w-[min(30vw,66dvh)]" : "w-[min(100%,16rem,24dvh)]";
  return (
    <div
      className={cn(
        "flex flex-col items-center gap-3 text-center",
        isBig && "justify-center lg:flex-row lg:gap-[3vw] low:flex-row low:gap-6",
      )}
    >
      {origin ? (
        <QrCode
          text={`${origin}/class/${code}?key=${key}`}
          label={t("joinTitle")}
          className={cn("rounded-3xl border-4 border-line", size)}
        />
      ) : (
        <Skeleton className={cn("aspect-square rounded-3xl", size)} />
      )}
      <div className="flex min-w-0 flex-col items-center gap-4">
        <p className={cn("text-ink-soft", isBig ? "text-xl" : "text-sm")}>{t("go", { address })}</p>
        <p
          className={cn(
            "flex flex-wrap justify-center gap-x-[0.5em] font-bold font-display leading-none tracking-[0.1em]",
            isBig
              ? "text-[clamp(2.25rem,min(10vw,9dvh),6rem)] lg:text-[clamp(2.5rem,min(5vw,10dvh),6rem)]"
              : "text-3xl",
          )}
        >
          <span className="sr-only">{t("code")} </span>
          <span>{first}</span> <span>{second}</span>
        </p>
        {children}
      </div>
    </div>
  );
}
