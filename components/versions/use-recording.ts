"use client";

import { useEffect, useRef, useState } from "react";
import { type Recorder, recordVoice, VoiceProblem } from "@/lib/versions/record-voice";

/** A recording that was made: its sound, and where this page can play it. */
interface Take {
  sound: Blob;
  url: string;
}

/** Where a recording stands. */
type Recording =
  | { step: "idle"; problem: unknown }
  | { step: "recording"; startedAt: number }
  | { step: "review"; take: Take };

const idle: Recording = { step: "idle", problem: null };

/** Records a voice with this browser's microphone, which is given back when the component goes. */
export function useRecording() {
  const [recording, setRecording] = useState<Recording>(idle);
  const recorder = useRef<Recorder | null>(null);
  const urls = useRef<string[]>([]);
  const isGone = useRef(false);

  // Gives the microphone and the memory of what was recorded back to the browser.
  useEffect(() => {
    isGone.current = false;
    const made = urls.current;
    return () => {
      isGone.current = true;
      recorder.current?.cancel();
      for (const url of made.splice(0)) URL.revokeObjectURL(url);
    };
  }, []);

  const start = async () => {
    try {
      const next = await recordVoice();
      if (isGone.current) return next.cancel();
      recorder.current = next;
      setRecording({ step: "recording", startedAt: performance.now() });
      const sound = await next.voice;
      const url = URL.createObjectURL(sound);
      urls.current.push(url);
      setRecording({ step: "review", take: { sound, url } });
    } catch (problem) {
      setRecording({ step: "idle", problem });
    }
  };
  return {
    recording,
    start,
    stop: () => recorder.current?.stop(),
    reset: () => {
      recorder.current?.cancel();
      setRecording(idle);
    },
    fault:
      recording.step === "idle" && recording.problem instanceof VoiceProblem ? recording.problem.fault : null,
  };
}
