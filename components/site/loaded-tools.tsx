"use client";

import { useLayoutEffect, useRef } from "react";
import { AccountMenu } from "./account-menu";
import { ClientProviders, type Ground } from "./client-providers";
import { Notices } from "./notices";
import { PaletteButton } from "./palette-button";
import type { SiteToolsProps } from "./site-tools";

export type Tool = "palette" | "account";

/** What somebody did with a plain button before there was anything behind it. */
export interface Wish {
  tool: Tool;
  /** That of the click: 0 where it came from a key. */
  detail: number;
  /** The plain button that had the focus. */
  focused: Tool | null;
}

interface LoadedToolsProps extends SiteToolsProps {
  ground: Ground;
  /** Without one the plain buttons still stand, and only news are told. */
  wish: Wish | null;
}

/** What stands behind the plain buttons of the bar, with all that it stands on. */
export function LoadedTools({ visitor, theme, ground, wish }: LoadedToolsProps) {
  const palette = useRef<HTMLButtonElement>(null);
  const account = useRef<HTMLButtonElement>(null);
  const granted = useRef<Wish>(null);

  // Hands the focus and the click on to the buttons that stand in the place of the plain ones; once, though pages that are left stay in memory.
  useLayoutEffect(() => {
    if (!wish || granted.current === wish) return;
    granted.current = wish;
    const buttons = { palette: palette.current, account: account.current };
    if (wish.focused) buttons[wish.focused]?.focus();
    buttons[wish.tool]?.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: wish.detail }));
  }, [wish]);

  return (
    <ClientProviders {...ground}>
      {wish ? (
        <>
          <PaletteButton ref={palette} visitor={visitor} theme={theme} />
          <AccountMenu ref={account} visitor={visitor} theme={theme} />
        </>
      ) : null}
      {visitor ? <Notices userId={visitor.id} /> : null}
    </ClientProviders>
  );
}
