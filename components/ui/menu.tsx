"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

export const Menu = BaseMenu.Root;
export const MenuTrigger = BaseMenu.Trigger;
export const MenuRadioGroup = BaseMenu.RadioGroup;

const item =
  "flex min-h-11 w-full items-center gap-3 rounded-xl px-3 text-left font-semibold outline-none data-highlighted:bg-sunken [&_svg]:size-5 [&_svg]:shrink-0";

export function MenuContent({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <BaseMenu.Portal>
      {/* On the screen, not on the page: it would scroll while it looks for its place, and move under the finger. */}
      <BaseMenu.Positioner positionMethod="fixed" sideOffset={8} align="end" className="z-50 outline-none">
        <BaseMenu.Popup
          className={cn(
            "max-h-(--available-height) min-w-56 origin-(--transform-origin) overflow-y-auto rounded-3xl border border-line bg-surface p-2 text-ink shadow-lift outline-none transition-[scale,opacity] duration-150 data-ending-style:scale-95 data-starting-style:scale-95 data-ending-style:opacity-0 data-starting-style:opacity-0",
            className,
          )}
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof BaseMenu.Item>) {
  return <BaseMenu.Item className={cn(item, className)} {...props} />;
}

export function MenuRadioItem({ children, ...props }: ComponentProps<typeof BaseMenu.RadioItem>) {
  return (
    <BaseMenu.RadioItem className={cn(item, "justify-between")} {...props}>
      <span className="flex items-center gap-3">{children}</span>
      <BaseMenu.RadioItemIndicator>
        <Check aria-hidden="true" className="text-leaf" />
      </BaseMenu.RadioItemIndicator>
    </BaseMenu.RadioItem>
  );
}

/** An item that is on or off; the menu stays open, so that several can be changed. */
export function MenuCheckboxItem({ children, ...props }: ComponentProps<typeof BaseMenu.CheckboxItem>) {
  return (
    <BaseMenu.CheckboxItem closeOnClick={false} className={cn(item, "justify-between")} {...props}>
      <span className="flex items-center gap-3">{children}</span>
      <BaseMenu.CheckboxItemIndicator>
        <Check aria-hidden="true" className="text-leaf" />
      </BaseMenu.CheckboxItemIndicator>
    </BaseMenu.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-3 pt-3 pb-1 font-bold text-ink-soft text-sm">{children}</div>;
}

export function MenuLine() {
  return <BaseMenu.Separator className="mx-3 my-1.5 h-px bg-line" />;
}
