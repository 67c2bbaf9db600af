import type { Language } from "@/lib/contract/languages";
import type { DeviceVoice } from "./device-voice";
import { createMusic, type Music } from "./music";

/** Something to be said: by its recording, else by the voice of the device. */
export interface Line {
  url: string | null;
  text: string;
  language: Language;
}

interface Wishes {
  /** Nothing is heard at all. */
  isQuiet: boolean;
  isMusicOn: boolean;
  /** Of the music, 0 to 1. */
  volume: number;
}

/**
 * The one owner of sound. Whatever begins ends what was heard before it, so there are never two voices, nor a voice over a
 * film; music makes way for both. Nothing is heard while the page is hidden.
 */
export function createSound(device: DeviceVoice) {
  let wishes: Wishes = { isQuiet: false, isMusicOn: true, volume: 0.35 };
  let voice: HTMLAudioElement | null = null;
  let music: Music | null = null;
  let film: HTMLVideoElement | null = null;
  let endLine = () => {};
  /** Counts what was begun, so that what is over knows that it is. */
  let turn = 0;
  let [hasStarted, isHidden, isSpeaking] = [false, false, false];
  const listeners = new Set<() => void>();

  const balance = () => {
    music?.setVolume(wishes.volume);
    music?.goUnder(isSpeaking);
    music?.allow(hasStarted && wishes.isMusicOn && !wishes.isQuiet && !isHidden && film === null);
  };
  const setSpeaking = (next: boolean) => {
    if (isSpeaking === next) return;
    isSpeaking = next;
    for (const tell of listeners) tell();
  };

  const stop = () => {
    turn += 1;
    // An element that plays nothing would begin to look for something to play.
    if (voice?.paused === false) voice.pause();
    device.cancel();
    endLine();
    const last = film;
    film = null;
    last?.pause();
    setSpeaking(false);
    balance();
  };

  /** Plays a recording to its end. False when it cannot be heard. */
  const play = (url: string) =>
    new Promise<boolean>((done) => {
      const element = voice;
      if (!element) return done(false);
      let isOver = false;
      const finish = (wasHeard: boolean) => {
        // A browser refuses what was cut short, but late: by then the element belongs to the next line.
        if (isOver) return;
        isOver = true;
        element.onended = element.onerror = null;
        endLine = () => {};
        done(wasHeard);
      };
      endLine = () => finish(true);
      element.onended = () => finish(true);
      element.onerror = () => finish(false);
      element.src = url;
      element.play().catch(() => finish(false));
    });

  const sayLine = async ({ url, text, language }: Line, mine: number) => {
    const wasHeard = url !== null && (await play(url));
    if (!wasHeard && mine === turn) await device.speak(text, language);
  };

  return {
    stop,
    /** Says these lines one after the other; true once all was said, false when something else came in between. */
    async say(lines: readonly Line[]): Promise<boolean> {
      stop();
      if (wishes.isQuiet || isHidden) return false;
      const mine = turn;
      setSpeaking(true);
      balance();
      for (const line of lines) {
        await sayLine(line, mine);
        if (mine !== turn) return false;
      }
      setSpeaking(false);
      balance();
      return true;
    },
    /** Whether any of it could be heard on this device. */
    canSay: (lines: readonly Line[]) =>
      !wishes.isQuiet && lines.some(({ url, language }) => url !== null || device.canSpeak(language)),
    /** Plays a film alone. It pauses, and tells so by its own event, as soon as something else begins. */
    show(video: HTMLVideoElement) {
      stop();
      film = video;
      balance();
      video.muted = wishes.isQuiet;
      video.play().catch(() => video.dispatchEvent(new Event("pause")));
    },
    /** The film is over. */
    filmEnded(video: HTMLVideoElement) {
      if (film !== video) return;
      film = null;
      balance();
    },
    /** Somebody has touched the page, so that browsers let it be heard. */
    start() {
      hasStarted = true;
      balance();
    },
    wish(next: Wishes) {
      const isNewlyQuiet = next.isQuiet && !wishes.isQuiet;
      wishes = next;
      if (isNewlyQuiet) stop();
      balance();
    },
    hide(hidden: boolean) {
      isHidden = hidden;
      if (hidden) stop();
      balance();
    },
    /** Takes the elements that sound comes from; returns how to give them back. */
    attach(voiceElement: HTMLAudioElement, musicElement: HTMLAudioElement | null) {
      voice = voiceElement;
      music = musicElement && createMusic(musicElement);
      balance();
      return () => {
        stop();
        music?.allow(false);
        voice = music = null;
      };
    },
    subscribe(onChange: () => void) {
      listeners.add(onChange);
      const end = device.subscribe(onChange);
      return () => {
        listeners.delete(onChange);
        end();
      };
    },
    isSpeaking: () => isSpeaking,
  };
}

export type Sound = ReturnType<typeof createSound>;
