"use client";

import { Check } from "lucide-react";
import { useRef } from "react";
import { cn } from "@/lib/cn";

interface CardCheckProps {
  label: string;
  isChosen: boolean;
  /** Whether cards are being chosen: then it is always in sight. */
  isChoosing: boolean;
  /** `isStretch`: all cards from the last one to this one. */
  onToggle: (isStretch: boolean) => void;
}

/** Chooses a card. It shows itself to a mouse that comes near, to the keyboard, and while cards are being chosen. */
export function CardCheck({ label, isChosen, isChoosing, onToggle }: CardCheckProps) {
  const withShift = useRef(false);
  return (
    <label
      onPointerDown={(event) => {
        withShift.current = event.shiftKey;
      }}
      className={cn(
        "absolute top-3 right-3 z-10 grid size-11 cursor-pointer place-items-center rounded-full has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-2",
        !isChoosing &&
          "pointer-coarse:hidden max-sm:hidden opacity-0 group-hover:opacity-100 has-focus-visible:opacity-100",
      )}
    >
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => {
          onToggle(withShift.current);
          withShift.current = false;
        }}
        onKeyDown={(event) => {
          withShift.current = event.shiftKey;
        }}
        aria-label={label}
        className="peer sr-only"
      />
      <span className="grid size-8 place-items-center rounded-full border-2 border-line-strong bg-surface/95 text-transparent shadow-card peer-checked:border-sun-ink peer-checked:bg-sun peer-checked:text-[#241c00]">
        <Check aria-hidden="true" className="size-5" strokeWidth={3} />
      </span>
    </label>
  );
}
