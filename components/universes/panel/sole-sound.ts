"use client";

/** Lets one sound be heard at a time: all others on the page pause. Films are silent, so they go on. */
export function silenceOthers(player: HTMLAudioElement): void {
  for (const other of document.querySelectorAll("audio")) if (other !== player) other.pause();
}
