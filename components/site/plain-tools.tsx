"use client";

import type { RefObject } from "react";
import type { Tool } from "./loaded-tools";
import type { Visitor } from "./site-header";
import { AccountTool, PaletteTool } from "./tools";
import { useAppleKeys } from "./use-apple-keys";
import { usePaletteKey } from "./use-palette-key";

interface PlainToolsProps {
  /** The buttons, for who wants to know which of them has the focus. */
  buttons: Record<Tool, RefObject<HTMLButtonElement | null>>;
  labels: Record<Tool | "control", string>;
  visitor: Visitor | null;
  language: string;
  /** Asked for, and not here yet. */
  awaited: Tool | null;
  /** Somebody is about to use one. */
  onNear: () => void;
  /** Somebody has used one; `detail` is that of the click, 0 where it came from a key. */
  onAsk: (tool: Tool, detail: number) => void;
}

/** The tools of the bar with nothing behind them. */
export function PlainTools(props: PlainToolsProps) {
  const { buttons, labels, visitor, language, awaited, onNear, onAsk } = props;
  const control = useAppleKeys() ? "⌘" : labels.control;
  usePaletteKey(() => onAsk("palette", 0));

  const toolProps = (tool: Tool) => ({
    ref: buttons[tool],
    label: labels[tool],
    "aria-busy": awaited === tool || undefined,
    onPointerEnter: onNear,
    onFocus: onNear,
    onClick: (event: { detail: number }) => onAsk(tool, event.detail),
  });
  return (
    <>
      <PaletteTool {...toolProps("palette")} control={control} />
      <AccountTool
        {...toolProps("account")}
        visitor={visitor}
        language={language}
        aria-expanded={false}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          onAsk("account", 0);
        }}
      />
    </>
  );
}
