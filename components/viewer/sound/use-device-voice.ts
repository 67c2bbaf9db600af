import { useEffect, useState, useSyncExternalStore } from "react";
import type { Language } from "@/lib/contract/languages";
import { deviceVoice } from "./device-voice";

/** The voice of the device for one language, silent when the page is hidden or left. `canSpeak` is false where it has none. */
export function useDeviceVoice(language: Language) {
  const canSpeak = useSyncExternalStore(
    deviceVoice.subscribe,
    () => deviceVoice.canSpeak(language),
    () => false,
  );
  const [isSpeaking, setIsSpeaking] = useState(false);

  // The speech engine belongs to the browser and would go on after the page is left.
  useEffect(() => {
    document.addEventListener("visibilitychange", deviceVoice.cancel);
    window.addEventListener("pagehide", deviceVoice.cancel);
    return () => {
      document.removeEventListener("visibilitychange", deviceVoice.cancel);
      window.removeEventListener("pagehide", deviceVoice.cancel);
      deviceVoice.cancel();
    };
  }, []);

  const speak = async (text: string) => {
    deviceVoice.cancel();
    setIsSpeaking(true);
    await deviceVoice.speak(text, language);
    setIsSpeaking(false);
  };
  return { canSpeak, isSpeaking, speak, stop: deviceVoice.cancel };
}
