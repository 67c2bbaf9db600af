import { useEffect, useState, useSyncExternalStore } from "react";
import type { Language } from "@/lib/contract/languages";

const none: readonly SpeechSynthesisVoice[] = [];
let known = none;

/** Only voices of the device itself: the others send what is read aloud to a server. */
function readVoices(): readonly SpeechSynthesisVoice[] {
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  if (voices.length !== known.length || voices.some((voice, index) => voice !== known[index])) known = voices;
  return known;
}

function subscribe(onChange: () => void): () => void {
  if (!("speechSynthesis" in window)) return () => {};
  speechSynthesis.addEventListener("voiceschanged", onChange);
  return () => speechSynthesis.removeEventListener("voiceschanged", onChange);
}

function voiceFor(voices: readonly SpeechSynthesisVoice[], language: Language) {
  const fitting = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/**
 * The one owner of sound: whatever speaks stops before the next word, when the card changes and when the page is left.
 * `canSpeak` is false where the device has no voice of its own for the language.
 */
export function useVoice(language: Language) {
  const voices = useSyncExternalStore(
    subscribe,
    () => ("speechSynthesis" in window ? readVoices() : none),
    () => none,
  );
  const [isSpeaking, setIsSpeaking] = useState(false);
  const voice = voiceFor(voices, language);

  const stop = () => {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    setIsSpeaking(false);
  };
  const speak = (text: string) => {
    if (!voice) return;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.85;
    utterance.onend = () => setIsSpeaking(false);
    utterance.onerror = () => setIsSpeaking(false);
    setIsSpeaking(true);
    speechSynthesis.speak(utterance);
  };

  // The speech engine belongs to the browser and would go on after the page is left.
  useEffect(() => {
    const handleHide = () => {
      if ("speechSynthesis" in window) speechSynthesis.cancel();
    };
    document.addEventListener("visibilitychange", handleHide);
    window.addEventListener("pagehide", handleHide);
    return () => {
      document.removeEventListener("visibilitychange", handleHide);
      window.removeEventListener("pagehide", handleHide);
      handleHide();
    };
  }, []);

  return { canSpeak: voice !== null, isSpeaking, speak, stop };
}
