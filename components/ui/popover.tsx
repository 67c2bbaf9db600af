"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export const Popover = BasePopover.Root;
export const PopoverTrigger = BasePopover.Trigger;

interface PopoverContentProps {
  title: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A small sheet beside the button that opens it. */
export function PopoverContent({ title, children, className }: PopoverContentProps) {
  return (
    <BasePopover.Portal>
      <BasePopover.Positioner
        positionMethod="fixed"
        sideOffset={8}
        align="start"
        collisionPadding={12}
        className="z-50 outline-none"
      >
        <BasePopover.Popup
          className={cn(
            "w-72 max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) rounded-3xl border border-line bg-surface p-4 text-ink shadow-lift outline-none transition-[scale,opacity] duration-150 data-ending-style:scale-95 data-starting-style:scale-95 data-ending-style:opacity-0 data-starting-style:opacity-0",
            className,
          )}
        >
          <BasePopover.Title className="mb-3 font-bold font-sans text-base">{title}</BasePopover.Title>
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  );
}
