"use client";

import { LoaderCircle } from "lucide-react";
import { cn } from "@/lib/cn";
import { Picture } from "./picture";
import { useFigure } from "./use-figure";

interface FigureProps {
  /** A GLB. */
  url: string;
  /** What is shown until the figure is there, and where it cannot be. */
  poster: string | null;
  /** Says what it is and that arrow keys turn it. */
  label: string;
  failedLabel: string;
  isStill: boolean;
  className?: string;
}

/** A figure that hands and arrow keys turn; it turns slowly by itself where motion is welcome, and a tap stops that. */
export function Figure({ url, poster, label, failedLabel, isStill, className }: FigureProps) {
  const { canvas, state, hands } = useFigure(url, isStill);
  return (
    <div className={cn("relative size-full", className)}>
      {poster && state !== "shown" ? (
        <Picture src={poster} alt="" loading="eager" className="absolute inset-0 size-full object-cover" />
      ) : null}
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        aria-busy={state === "loading"}
        data-figure={state}
        tabIndex={state === "shown" ? 0 : -1}
        {...hands}
        className={cn(
          "absolute inset-0 size-full cursor-grab touch-none rounded-[inherit] -outline-offset-4 active:cursor-grabbing",
          state !== "shown" && "opacity-0",
        )}
      />
      {state === "loading" ? (
        <LoaderCircle
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 m-auto size-12 animate-spin rounded-full bg-black/45 p-2 text-white"
        />
      ) : null}
      {state === "failed" ? (
        <p
          role="status"
          className="absolute inset-x-3 bottom-3 rounded-xl bg-black/75 px-3 py-2 text-center font-semibold text-white"
        >
          {failedLabel}
        </p>
      ) : null}
    </div>
  );
}
