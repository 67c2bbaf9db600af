import { useEffect, useEffectEvent, useState } from "react";
import type { Line, Sound } from "./sound/sound";

/** A swipe comes to rest before the card is said. */
const arrivalMs = 350;
/** How long a card stays in a slideshow once it was said, and where it is not said. */
const stayMs = 2500;
const silentStayMs = 4500;

interface Reading {
  sound: Sound;
  /** What the card in front says; a new array of lines is a new card, language or order. */
  lines: readonly Line[];
  /** Changes with every card and language. */
  place: string;
  /** Cards are said when they come. */
  isOn: boolean;
  isLast: boolean;
  onNext: () => void;
}

/** Says each card when it comes, after silencing the one before; as a slideshow it goes on by itself. */
export function useReading({ sound, lines, place, isOn, isLast, onNext }: Reading) {
  const [isShow, setShow] = useState(false);
  const say = useEffectEvent(() => sound.say(lines));
  const next = useEffectEvent(onNext);

  // One voice at a time: a new card silences the last one, whoever speaks.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what silences
  useEffect(() => sound.stop(), [sound, place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new place, or a show that begins, speaks
  useEffect(() => {
    if (!isOn && !isShow) return;
    let isHere = true;
    let waiting = setTimeout(async () => {
      const wasSaid = isOn && (await say());
      if (!isShow || isLast || !isHere) return;
      waiting = setTimeout(next, wasSaid ? stayMs : silentStayMs);
    }, arrivalMs);
    return () => {
      isHere = false;
      clearTimeout(waiting);
    };
  }, [place, isShow]);

  // The show belongs to who looks at it: a touch, a key or another window ends it.
  useEffect(() => {
    if (!isShow) return;
    const end = () => setShow(false);
    const kinds = ["pointerdown", "keydown", "visibilitychange"];
    for (const kind of kinds) document.addEventListener(kind, end);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, end);
    };
  }, [isShow]);

  return { isShow, startShow: () => setShow(true) };
}
