"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { buttonVariants } from "./button-variants";

export const Dialog = BaseDialog.Root;
export const DialogTrigger = BaseDialog.Trigger;

interface DialogContentProps {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
  className?: string;
  /** What has the focus at first, where that is not the first control. */
  initialFocus?: () => HTMLElement | null;
}

/** A sheet from below on a phone, a card in the middle from tablets up. */
export function DialogContent({
  title,
  description,
  closeLabel,
  children,
  className,
  initialFocus,
}: DialogContentProps) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-[#17132b]/55 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <BaseDialog.Popup
        {...(initialFocus ? { initialFocus } : {})}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col gap-5 overflow-y-auto rounded-t-[2rem] bg-surface p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-lift transition-[translate,opacity,scale] duration-200 ease-out data-ending-style:translate-y-8 data-starting-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(32rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-card sm:p-7 sm:data-ending-style:-translate-y-1/2 sm:data-starting-style:-translate-y-1/2 sm:data-ending-style:scale-95 sm:data-starting-style:scale-95",
          className,
        )}
      >
        <header className="flex items-start justify-between gap-3">
          <div className="flex min-w-0 flex-col gap-1.5">
            <BaseDialog.Title className="text-2xl wrap-break-word">{title}</BaseDialog.Title>
            {description ? (
              <BaseDialog.Description className="text-ink-soft">{description}</BaseDialog.Description>
            ) : null}
          </div>
          <BaseDialog.Close
            aria-label={closeLabel}
            className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "-mt-1.5 -mr-2")}
          >
            <X aria-hidden="true" />
          </BaseDialog.Close>
        </header>
        {children}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}
