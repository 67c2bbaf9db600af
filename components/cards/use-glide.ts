"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { glide, rise } from "./motion";

/**
 * Lets cards slide to their new places when their order changes, and come up where they are new. `still` is the one that
 * a pointer moves itself.
 */
export function useGlide(
  list: RefObject<HTMLElement | null>,
  order: readonly string[],
  still: string | null,
): void {
  const places = useRef(new Map<string, readonly [left: number, top: number]>());
  const key = order.join(" ");

  // Reads from the page where the cards came to lie.
  // biome-ignore lint/correctness/useExhaustiveDependencies: places only change with the order
  useLayoutEffect(() => {
    const before = places.current;
    const after = new Map<string, readonly [number, number]>();
    for (const tile of list.current?.querySelectorAll<HTMLElement>(":scope > [data-asset]") ?? []) {
      const id = tile.dataset.asset ?? "";
      const { offsetLeft, offsetTop } = tile;
      after.set(id, [offsetLeft, offsetTop]);
      const was = before.get(id);
      if (!was) {
        if (before.size > 0) rise(tile);
      } else if (id !== still && (was[0] !== offsetLeft || was[1] !== offsetTop))
        glide(tile, was[0] - offsetLeft, was[1] - offsetTop);
    }
    places.current = after;
  }, [key]);
}
