import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Stage } from "./figure-stage";
import { advance, isAtRest, newTurntable, type Turntable, toggleTurning, turnBy } from "./turntable";

/** Radians for a step of a key, and for each pixel of a drag. */
const step = Math.PI / 12;
const perPixel = 0.011;
const keyTurns: Record<string, readonly [yaw: number, pitch: number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, step / 2],
  ArrowDown: [0, -step / 2],
};

/** Shows the GLB at `url` in a canvas; hands and keys turn it. The drawing code is loaded with the first figure. */
export function useFigure(url: string, isStill: boolean) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage | null>(null);
  const table = useRef<Turntable>(newTurntable(!isStill));
  const frame = useRef(0);
  const drag = useRef<{ id: number; x: number; y: number; at: number; speed: number; far: number } | null>(
    null,
  );
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");

  const draw = (next: Turntable) => {
    table.current = next;
    stage.current?.show(next.yaw, next.pitch);
  };
  const run = useEffectEvent(() => {
    cancelAnimationFrame(frame.current);
    let before = performance.now();
    const tick = (now: number) => {
      // A page that was hidden goes on where it was.
      const seconds = Math.min(0.1, Math.max(0, now - before) / 1000);
      before = now;
      draw(advance(table.current, seconds));
      if (!isAtRest(table.current) && !drag.current) frame.current = requestAnimationFrame(tick);
    };
    frame.current = requestAnimationFrame(tick);
  });
  const runOn = (next: Turntable) => {
    draw(next);
    start.current?.();
  };
  const start = useRef<(() => void) | null>(null);

  // The graphics card: asked for when the figure comes, given back when it goes.
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const leaving = new AbortController();
    const resized = new ResizeObserver(() => {
      stage.current?.fit();
      stage.current?.show(table.current.yaw, table.current.pitch);
    });
    const handleLost = (event: Event) => {
      event.preventDefault();
      setState("failed");
    };
    start.current = () => run();
    setState("loading");
    void import("./figure-stage")
      .then(({ openStage }) => openStage(element, url, leaving.signal))
      .then((opened) => {
        stage.current = opened;
        element.addEventListener("webglcontextlost", handleLost, { signal: leaving.signal });
        resized.observe(element);
        setState("shown");
        run();
      })
      .catch(() => {
        if (!leaving.signal.aborted) setState("failed");
      });
    return () => {
      leaving.abort();
      resized.disconnect();
      cancelAnimationFrame(frame.current);
      stage.current?.close();
      stage.current = null;
    };
  }, [url]);

  const handlePointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { pointerId: id, clientX: x, clientY: y, timeStamp: at } = event;
    drag.current = { id, x, y, at, speed: 0, far: 0 };
  };
  const handlePointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    if (held?.id !== event.pointerId) return;
    const yaw = (event.clientX - held.x) * perPixel;
    const pitch = (event.clientY - held.y) * perPixel;
    const seconds = (event.timeStamp - held.at) / 1000;
    if (seconds > 0) held.speed = 0.7 * (yaw / seconds) + 0.3 * held.speed;
    held.far += Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y);
    Object.assign(held, { x: event.clientX, y: event.clientY, at: event.timeStamp });
    draw(turnBy(table.current, yaw, pitch));
  };
  const handlePointerUp = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    drag.current = null;
    if (held?.id !== event.pointerId) return;
    const isFlick = !isStill && event.timeStamp - held.at < 80;
    if (held.far > 6) runOn(turnBy(table.current, 0, 0, isFlick ? held.speed : 0));
    else runOn(toggleTurning(table.current));
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const turn = keyTurns[event.key];
    if (turn) draw(turnBy(table.current, ...turn));
    else if (event.key === " " || event.key === "Enter") runOn(toggleTurning(table.current));
    else return;
    // Neither the page scrolls nor the next card comes.
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    canvas,
    state,
    hands: {
      onPointerDown: handlePointerDown,
      onPointerMove: handlePointerMove,
      onPointerUp: handlePointerUp,
      onPointerCancel: handlePointerUp,
      onKeyDown: handleKeyDown,
    },
  };
}
