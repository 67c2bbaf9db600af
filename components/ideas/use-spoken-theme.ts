"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Recorder, recordVoice } from "@/lib/versions/record-voice";
import { writeDown } from "@/lib/voice/write-down";

/** Where a spoken theme stands. */
type Spoken = { step: "idle"; problem: unknown } | { step: "opening" | "listening" | "writing" };

/** Hears a theme in the language of the page and hands over its words. The microphone is given back in any case. */
export function useSpokenTheme(onHear: (theme: string) => void) {
  const language = useLocale();
  const [spoken, setSpoken] = useState<Spoken>({ step: "idle", problem: null });
  const recorder = useRef<Recorder | null>(null);
  const going = useRef<AbortController | null>(null);

  const cancel = () => {
    going.current?.abort();
    recorder.current?.cancel();
    recorder.current = null;
    setSpoken({ step: "idle", problem: null });
  };
  // Gives the microphone back to the browser when the page is left.
  useEffect(
    () => () => {
      going.current?.abort();
      recorder.current?.cancel();
    },
    [],
  );

  const start = async () => {
    going.current?.abort();
    const mine = new AbortController();
    going.current = mine;
    const show = (next: Spoken) => {
      if (!mine.signal.aborted) setSpoken(next);
    };
    show({ step: "opening" });
    try {
      const next = await recordVoice();
      if (mine.signal.aborted) return next.cancel();
      recorder.current = next;
      show({ step: "listening" });
      const sound = await next.voice;
      show({ step: "writing" });
      const theme = await writeDown(sound, language, mine.signal);
      if (mine.signal.aborted) return;
      // What the field takes; models end a sentence with a full stop.
      if (theme) onHear(theme.replace(/[.!]$/, "").slice(0, 100));
      show({ step: "idle", problem: theme ? null : "nothing" });
    } catch (problem) {
      show({ step: "idle", problem });
    }
  };
  return { spoken, start, stop: () => recorder.current?.stop(), cancel };
}
