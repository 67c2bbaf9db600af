"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import type { LoadedTools, Tool, Wish } from "./loaded-tools";
import { PlainTools } from "./plain-tools";

const loadTools = () => import("./loaded-tools").then((part) => part.LoadedTools);

/** The palette is a part of its own; where it cannot be had, nothing may be there that would ask for it. */
const loadAll = () => Promise.all([loadTools(), import("./palette")]).then(([tools]) => tools);

/** What could not be loaded is tried again with the next tap. */
const ignore = () => {};
const preload = () => void loadAll().catch(ignore);

/** Calls back when the browser has nothing else to do; gives what calls that off. */
function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(callback, 500);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(callback, { timeout: 3000 });
  return () => cancelIdleCallback(request);
}

interface LateToolsProps extends Omit<ComponentProps<typeof LoadedTools>, "wish"> {
  labels: Record<Tool | "control", string>;
}

/** Plain buttons until somebody uses one. Who is signed in may have news, so for them the rest comes without being asked for. */
export function LateTools({ labels, ...props }: LateToolsProps) {
  const palette = useRef<HTMLButtonElement>(null);
  const account = useRef<HTMLButtonElement>(null);
  const [Tools, setTools] = useState<typeof LoadedTools | null>(null);
  const [awaited, setAwaited] = useState<Tool | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const isSignedIn = props.visitor !== null;

  // Waits for the browser.
  useEffect(() => {
    if (!isSignedIn) return;
    return whenIdle(() => void loadTools().then((tools) => setTools(() => tools), ignore));
  }, [isSignedIn]);

  const grant = (tools: typeof LoadedTools, tool: Tool, detail: number) => {
    const at = document.activeElement;
    const focused = at === palette.current ? "palette" : at === account.current ? "account" : null;
    setTools(() => tools);
    setWish({ tool, detail, focused });
  };
  const handleAsk = (tool: Tool, detail: number) => {
    setAwaited(tool);
    loadAll().then(
      (tools) => grant(tools, tool, detail),
      () => setAwaited(null),
    );
  };
  return (
    <>
      {wish ? null : (
        <PlainTools
          buttons={{ palette, account }}
          labels={labels}
          visitor={props.visitor}
          language={props.ground.locale}
          awaited={awaited}
          onNear={preload}
          onAsk={handleAsk}
        />
      )}
      {Tools && (wish || isSignedIn) ? <Tools {...props} wish={wish} /> : null}
    </>
  );
}
