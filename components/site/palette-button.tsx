"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import type { Theme } from "@/lib/account/preferences";
import { cn } from "@/lib/cn";
import type { Visitor } from "./site-header";
import { useControlKey } from "./use-control-key";

const Palette = dynamic(() => import("./palette").then(({ Palette }) => Palette), { ssr: false });

/** Opens the command palette, by a tap or from anywhere by Ctrl and K. */
export function PaletteButton({ visitor, theme }: { visitor: Visitor | null; theme: Theme }) {
  const t = useTranslations("palette");
  const control = useControlKey();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };

  // Listens to the keyboard of the whole page.
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isCommand || event.key.toLowerCase() !== "k" || event.defaultPrevented) return;
      event.preventDefault();
      // Something else is open and waits for its own answer.
      if (document.querySelector("[role=dialog]")) return;
      setWasOpened(true);
      setIsOpen(true);
    };
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-label={t("open")}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "text-ink-soft lg:w-auto lg:px-4")}
      >
        <Search aria-hidden="true" />
        <span aria-hidden="true" className="font-semibold text-sm max-lg:hidden">
          {control} K
        </span>
      </button>
      {wasOpened ? (
        <Palette isOpen={isOpen} onOpenChange={setIsOpen} visitor={visitor} theme={theme} />
      ) : null}
    </>
  );
}
