"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import { AddCardForm } from "./add-card-form";

interface AddCardProps {
  language: Language;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Throws what the card was refused for. */
  onAdd: (text: string) => Promise<unknown>;
}

/** The last place of the deck: a card that one writes oneself. */
export function AddCard({ language, isOpen, onOpen, onAdd }: AddCardProps) {
  const t = useTranslations("draftPage");
  const button = useRef<HTMLButtonElement>(null);
  const handleClose = () => {
    onOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isOpen)
    return (
      <li className="col-span-2 rounded-card border-2 border-berry border-dashed bg-surface p-4 sm:col-span-1">
        <AddCardForm language={language} onClose={handleClose} onAdd={onAdd} />
      </li>
    );
  return (
    <li className="flex">
      <button
        ref={button}
        type="button"
        data-arrow-stop
        onClick={() => onOpen(true)}
        className={cn(
          buttonVariants({ variant: "quiet" }),
          "h-full min-h-48 w-full flex-col whitespace-normal rounded-card border-2 border-line-strong border-dashed px-2 text-center text-berry text-lg",
        )}
      >
        <Plus aria-hidden="true" className="size-8!" />
        {t("add")}
      </button>
    </li>
  );
}
