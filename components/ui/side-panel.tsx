"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "./button-variants";

interface SidePanelProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  /** Where the focus goes when it opens; true for the usual place. */
  initialFocus?: () => HTMLElement | true;
  /** Where the focus goes when the panel has closed. */
  finalFocus: () => HTMLElement | null;
  children: ReactNode;
}

/**
 * A sheet at the right edge that leaves the page beside it in use, which makes room where it says `data-beside-panel` and
 * the screen is wide; on a phone it covers all.
 */
export function SidePanel({
  isOpen,
  onClose,
  title,
  closeLabel,
  initialFocus,
  finalFocus,
  children,
}: SidePanelProps) {
  return (
    <BaseDialog.Root
      open={isOpen}
      modal={false}
      disablePointerDismissal
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Popup
          data-side-panel
          initialFocus={initialFocus ?? true}
          finalFocus={finalFocus}
          className="fixed inset-y-0 right-0 z-40 flex w-full scroll-pt-20 scroll-pb-24 flex-col overflow-y-auto border-line border-l bg-surface text-ink shadow-lift outline-none transition-[translate,opacity] duration-200 ease-out data-ending-style:translate-x-8 data-starting-style:translate-x-8 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:w-[34rem] lg:top-16 lg:w-[28rem] xl:w-[34rem]"
        >
          <div className="sticky top-0 z-10 flex items-start justify-between gap-3 border-line border-b bg-surface px-5 py-3">
            <BaseDialog.Title className="min-w-0 pt-1.5 text-xl wrap-break-word">{title}</BaseDialog.Title>
            <BaseDialog.Close
              aria-label={closeLabel}
              className={buttonVariants({ variant: "quiet", size: "icon" })}
            >
              <X aria-hidden="true" />
            </BaseDialog.Close>
          </div>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
