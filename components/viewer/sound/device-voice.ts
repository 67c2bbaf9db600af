import type { Language } from "@/lib/contract/languages";

/** The voice of the device itself. */
export interface DeviceVoice {
  canSpeak(language: Language): boolean;
  /** Reads aloud; resolves when it is over, or was cancelled, or never began. */
  speak(text: string, language: Language): Promise<void>;
  cancel(): void;
  /** Calls when the voices have changed; returns how to end that. */
  subscribe(onChange: () => void): () => void;
}

const pace = 0.85;

/** Only voices of the device itself: the others send what is read aloud to a server. */
function voiceFor(language: Language): SpeechSynthesisVoice | undefined {
  if (!("speechSynthesis" in window)) return undefined;
  const fitting = speechSynthesis
    .getVoices()
    .filter(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

// Chrome forgets to tell of the end of an utterance that nothing refers to any more.
let spoken: SpeechSynthesisUtterance | null = null;

export const deviceVoice: DeviceVoice = {
  canSpeak: (language) => voiceFor(language) !== undefined,
  speak: (text, language) =>
    new Promise((done) => {
      const voice = voiceFor(language);
      if (!voice) return done();
      const utterance = new SpeechSynthesisUtterance(text);
      Object.assign(utterance, { voice, lang: voice.lang, rate: pace, onend: done, onerror: done });
      spoken = utterance;
      speechSynthesis.speak(utterance);
    }),
  cancel: () => {
    if (spoken) speechSynthesis.cancel();
    spoken = null;
  },
  subscribe: (onChange) => {
    if (!("speechSynthesis" in window)) return () => {};
    speechSynthesis.addEventListener("voiceschanged", onChange);
    return () => speechSynthesis.removeEventListener("voiceschanged", onChange);
  },
};
