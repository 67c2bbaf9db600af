"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { LoaderCircle, Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { buttonVariants } from "./button-variants";

export interface CommandItem {
  id: string;
  label: string;
  icon: ReactNode;
  /** Shown at the end of the line. */
  hint?: ReactNode;
}

export interface CommandGroup<Item extends CommandItem> {
  label: string;
  items: Item[];
}

interface CommandDialogProps<Item extends CommandItem> {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** After it has gone from the screen. */
  onClosed: () => void;
  title: string;
  placeholder: string;
  emptyText: string;
  closeLabel: string;
  groups: CommandGroup<Item>[];
  query: string;
  onQueryChange: (query: string) => void;
  onChoose: (item: Item) => void;
  isBusy?: boolean;
}

/** A field to type in, and below it what fits, to be chosen by arrows and Enter or by a tap. */
export function CommandDialog<Item extends CommandItem>(props: CommandDialogProps<Item>) {
  const { isOpen, onOpenChange, onClosed, title, placeholder, emptyText, closeLabel } = props;
  const { groups, query, onQueryChange, onChoose, isBusy = false } = props;
  return (
    <BaseDialog.Root
      open={isOpen}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isStillOpen) => isStillOpen || onClosed()}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-[#17132b]/55 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          aria-label={title}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[min(36rem,calc(100dvh-1.5rem))] max-w-xl flex-col overflow-hidden rounded-card border border-line bg-surface text-ink shadow-lift outline-none transition-[translate,opacity] duration-150 data-ending-style:-translate-y-3 data-starting-style:-translate-y-3 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:top-[12dvh]"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups}
            value={query}
            onValueChange={(value, { reason }) => reason === "item-press" || onQueryChange(value)}
            itemToStringValue={(item: Item) => item.label}
          >
            <div className="flex items-center gap-3 border-line border-b py-1.5 pr-1.5 pl-5 has-focus-visible:shadow-[inset_0_-2px_0_var(--sea)]">
              {isBusy ? (
                <LoaderCircle aria-hidden="true" className="size-5 shrink-0 animate-spin text-ink-soft" />
              ) : (
                <Search aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
              )}
              <Autocomplete.Input
                aria-label={title}
                placeholder={placeholder}
                className="h-12 w-full min-w-0 bg-transparent text-lg outline-none placeholder:text-ink-soft"
              />
              <BaseDialog.Close
                aria-label={closeLabel}
                className={cn(buttonVariants({ variant: "quiet", size: "icon" }))}
              >
                <X aria-hidden="true" />
              </BaseDialog.Close>
            </div>
            <Autocomplete.Empty>
              <p className="px-5 py-8 text-center text-ink-soft empty:hidden">{isBusy ? null : emptyText}</p>
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain scroll-py-2 p-2 data-empty:flex-none data-empty:p-0">
              {(group: CommandGroup<Item>) => (
                <Autocomplete.Group key={group.label} items={group.items}>
                  <Autocomplete.GroupLabel className="px-3 pt-3 pb-1 font-bold text-ink-soft text-sm">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => (
                      <Autocomplete.Item
                        key={item.id}
                        value={item}
                        onClick={() => onChoose(item)}
                        className="flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 font-semibold outline-none data-highlighted:bg-sun-wash data-highlighted:text-sun-ink [&_svg]:size-5 [&_svg]:shrink-0"
                      >
                        {item.icon}
                        <span className="min-w-0 flex-1 truncate">{item.label}</span>
                        {item.hint ? (
                          <span className="shrink-0 font-normal text-sm opacity-90">{item.hint}</span>
                        ) : null}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
