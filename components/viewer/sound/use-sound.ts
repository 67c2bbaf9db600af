import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { deviceVoice } from "./device-voice";
import { createSound, type Line } from "./sound";

interface SoundWishes {
  isQuiet: boolean;
  isMusicOn: boolean;
  /** Of the music, 0 to 1. */
  volume: number;
}

/**
 * The owner of sound for as long as the page lives, with the two elements that it plays through. Nothing is heard before
 * `start`: browsers want a touch first.
 */
export function useSound({ isQuiet, isMusicOn, volume }: SoundWishes) {
  const voice = useRef<HTMLAudioElement>(null);
  const music = useRef<HTMLAudioElement>(null);
  const [sound] = useState(() => createSound(deviceVoice));
  const isSpeaking = useSyncExternalStore(sound.subscribe, sound.isSpeaking, () => false);
  const [hasStarted, setStarted] = useState(false);
  const [voices, setVoices] = useState(0);

  const start = () => {
    sound.start();
    setStarted(true);
  };

  // The media elements, and the page that is hidden or left: what plays would go on without it.
  useEffect(() => {
    if (!voice.current) return;
    const detach = sound.attach(voice.current, music.current);
    const handleHide = () => sound.hide(document.hidden);
    const handleLeave = () => sound.hide(true);
    document.addEventListener("visibilitychange", handleHide);
    window.addEventListener("pagehide", handleLeave);
    window.addEventListener("pageshow", handleHide);
    return () => {
      document.removeEventListener("visibilitychange", handleHide);
      window.removeEventListener("pagehide", handleLeave);
      window.removeEventListener("pageshow", handleHide);
      detach();
    };
  }, [sound]);

  // Voices of the device come late in some browsers.
  useEffect(() => {
    setVoices(1);
    return deviceVoice.subscribe(() => setVoices((count) => count + 1));
  }, []);

  // Sound follows the settings.
  useEffect(() => sound.wish({ isQuiet, isMusicOn, volume }), [sound, isQuiet, isMusicOn, volume]);

  /** Whether any of it could be heard here; nothing can before the page runs. */
  const canSay = (lines: readonly Line[]) =>
    voices > 0 &&
    !isQuiet &&
    // Not what the owner of sound thinks: it hears of a wish only after this render.
    lines.some(({ url, language }) => url !== null || deviceVoice.canSpeak(language));

  return { sound, voice, music, isSpeaking, hasStarted, start, canSay };
}
