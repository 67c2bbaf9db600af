import { useSyncExternalStore } from "react";
import { currentSettings, type Settings, subscribeSettings, usualSettings } from "./settings";

/** The settings of this device; the usual ones until the page runs. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribeSettings, currentSettings, () => usualSettings);
}

function subscribeMotion(onChange: () => void): () => void {
  const asked = matchMedia("(prefers-reduced-motion: reduce)");
  asked.addEventListener("change", onChange);
  return () => asked.removeEventListener("change", onChange);
}

/** Whether the device asks for less motion. */
export function useLessMotion(): boolean {
  return useSyncExternalStore(
    subscribeMotion,
    () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    () => false,
  );
}
