"use client";

import type { Theme } from "@/lib/account/preferences";
import { AccountMenu } from "./account-menu";
import { Notices } from "./notices";
import { PaletteButton } from "./palette-button";
import type { Visitor } from "./site-header";

export interface SiteToolsProps {
  visitor: Visitor | null;
  theme: Theme;
}

/** Search, settings and news, at the end of the bar. */
export function SiteTools({ visitor, theme }: SiteToolsProps) {
  return (
    <>
      <PaletteButton visitor={visitor} theme={theme} />
      <AccountMenu visitor={visitor} theme={theme} />
      {visitor ? <Notices userId={visitor.id} /> : null}
    </>
  );
}
