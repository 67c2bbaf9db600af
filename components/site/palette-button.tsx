"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type Ref, useState } from "react";
import type { Theme } from "@/lib/account/preferences";
import type { Visitor } from "./site-header";
import { PaletteTool } from "./tools";
import { useControlKey } from "./use-control-key";
import { usePaletteKey } from "./use-palette-key";

const Palette = dynamic(() => import("./palette").then(({ Palette }) => Palette), { ssr: false });

interface PaletteButtonProps {
  visitor: Visitor | null;
  theme: Theme;
  ref?: Ref<HTMLButtonElement>;
}

/** Opens the command palette, by a tap or from anywhere by Ctrl and K. */
export function PaletteButton({ visitor, theme, ref }: PaletteButtonProps) {
  const t = useTranslations("palette");
  const control = useControlKey();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  usePaletteKey(open);

  return (
    <>
      <PaletteTool ref={ref} label={t("open")} control={control} onClick={open} />
      {wasOpened ? (
        <Palette isOpen={isOpen} onOpenChange={setIsOpen} visitor={visitor} theme={theme} />
      ) : null}
    </>
  );
}
