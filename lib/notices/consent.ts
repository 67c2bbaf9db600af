"use client";

import { useSyncExternalStore } from "react";

const storageKey = "notices";

/** Whether the browser may show notices of its own on this device. `blocked`: the browser itself forbids it. */
export type Consent = "on" | "off" | "blocked" | "unsupported";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** What counts now, in this browser. */
export function readConsent(): Consent {
  if (typeof Notification === "undefined") return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const isGranted = Notification.permission === "granted" && localStorage.getItem(storageKey) === "yes";
  return isGranted ? "on" : "off";
}

/** True for somebody who was never asked on this device; from then on it is false. */
export function takeQuestion(): boolean {
  if (readConsent() !== "off" || localStorage.getItem(storageKey) !== null) return false;
  store("no");
  return true;
}

function store(answer: "yes" | "no"): void {
  localStorage.setItem(storageKey, answer);
  for (const listener of listeners) listener();
}

/** Switches notices on, after the browser has asked in its own words, or off. To be called from a click. */
export async function setConsent(isOn: boolean): Promise<Consent> {
  if (isOn) await Notification.requestPermission();
  store(isOn && Notification.permission === "granted" ? "yes" : "no");
  return readConsent();
}

/** The consent on this device; on the server, and at first, nobody knows. */
export function useConsent(): Consent | null {
  return useSyncExternalStore(subscribe, readConsent, () => null);
}
