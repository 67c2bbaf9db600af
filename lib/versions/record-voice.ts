"use client";

import { evenOut, maxSeconds, sampleRate, toMono, trimSilence, writeWav } from "./sound.ts";

/** Why nothing was recorded. */
export type VoiceFault = "not_allowed" | "no_microphone" | "unsupported" | "nothing_heard";

/** Thrown when a voice could not be recorded. */
export class VoiceProblem extends Error {
  override name = "VoiceProblem";
  readonly fault: VoiceFault;
  constructor(fault: VoiceFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** A recording that goes on. */
export interface Recorder {
  /** Ends it; `voice` has the sound then. */
  stop(): void;
  /** Ends it and throws the sound away: `voice` never comes. */
  cancel(): void;
  /** The voice as WAV: mono, 24 kHz, trimmed. Fails with VoiceProblem. */
  voice: Promise<Blob>;
}

async function openMicrophone(): Promise<MediaStream> {
  if (!navigator.mediaDevices || typeof MediaRecorder === "undefined") throw new VoiceProblem("unsupported");
  return navigator.mediaDevices
    .getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
    .catch((cause: unknown) => {
      const isRefused = cause instanceof DOMException && cause.name === "NotAllowedError";
      throw new VoiceProblem(isRefused ? "not_allowed" : "no_microphone", { cause });
    });
}

/**
 * Whatever the browser recorded, as a WAV of the voice alone: mono, 24 kHz, at most ten seconds, as loud as it may be.
 * Throws VoiceProblem when nobody said anything, or when it is no sound.
 */
export async function toVoice(recording: Blob): Promise<Blob> {
  // The rate of the context is the rate to which the browser brings what it decodes.
  const context = new OfflineAudioContext(1, 1, sampleRate);
  const sound = await context
    .decodeAudioData(await recording.arrayBuffer())
    .catch((cause: unknown) => Promise.reject(new VoiceProblem("nothing_heard", { cause })));
  const channels = Array.from({ length: sound.numberOfChannels }, (_, at) => sound.getChannelData(at));
  const voice = trimSilence(toMono(channels));
  if (voice.length === 0) throw new VoiceProblem("nothing_heard");
  return new Blob([writeWav(evenOut(voice))], { type: "audio/wav" });
}

/**
 * Asks for the microphone and records until `stop`, ten seconds at most. The microphone is given back in any case.
 * Throws VoiceProblem when it may not, or cannot, be used.
 */
export async function recordVoice(): Promise<Recorder> {
  const stream = await openMicrophone();
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  let isCancelled = false;
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const ended = new Promise<void>((done) => recorder.addEventListener("stop", () => done(), { once: true }));
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const limit = setTimeout(stop, maxSeconds * 1000);
  const voice = ended.then(() => {
    clearTimeout(limit);
    release();
    if (isCancelled) return new Promise<Blob>(() => {});
    return toVoice(new Blob(parts, { type: recorder.mimeType }));
  });
  recorder.start();
  return {
    voice,
    stop,
    cancel: () => {
      isCancelled = true;
      stop();
    },
  };
}
