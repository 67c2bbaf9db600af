import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DeviceVoice } from "./device-voice.ts";
import { createSound, type Line } from "./sound.ts";

/** A media element as far as sound is concerned; it says how it went, and ends when told. */
class Player extends EventTarget {
  src = "";
  volume = 1;
  muted = false;
  paused = true;
  isRefused = false;
  /** Ends the wait of `play` for the data, as browsers do when it is cut short. */
  cutShort = () => {};
  onended: (() => void) | null = null;
  onerror: (() => void) | null = null;
  async play() {
    if (this.isRefused) throw new DOMException("tap first", "NotAllowedError");
    this.paused = false;
    return new Promise<void>((_, refuse) => {
      this.cutShort = () => refuse(new DOMException("paused", "AbortError"));
    });
  }
  pause() {
    this.paused = true;
  }
  end() {
    this.paused = true;
    this.onended?.();
  }
}

const asAudio = (player: Player) => player as unknown as HTMLAudioElement;
const asVideo = (player: Player) => player as unknown as HTMLVideoElement;
const whale: Line = { url: "/media/whale.mp3", text: "the whale", language: "en" };
const baleine: Line = { url: "/media/baleine.mp3", text: "la baleine", language: "fr" };
const unrecorded: Line = { url: null, text: "der Wal", language: "de" };

let voice: Player;
let music: Player;
let device: DeviceVoice & { said: string[]; end: () => void };
let sound: ReturnType<typeof createSound>;

beforeEach(() => {
  vi.useFakeTimers();
  [voice, music] = [new Player(), new Player()];
  device = {
    said: [],
    end: () => {},
    canSpeak: (language) => language === "de",
    speak(text) {
      device.said.push(text);
      return new Promise((done) => {
        device.end = done;
      });
    },
    cancel: () => device.end(),
    subscribe: () => () => {},
  };
  sound = createSound(device);
  sound.attach(asAudio(voice), asAudio(music));
  return () => vi.useRealTimers();
});

/** Lets whatever has been resolved go on, and fades come to their end. */
const settle = () => vi.advanceTimersByTimeAsync(3000);

describe("a voice", () => {
  it("says one language after the other", async () => {
    const said = sound.say([whale, baleine]);
    expect(voice.src).toBe(whale.url);
    voice.end();
    await settle();
    expect(voice).toMatchObject({ src: baleine.url, paused: false });
    voice.end();
    expect(await said).toBe(true);
    expect(sound.isSpeaking()).toBe(false);
  });

  it("ends at once when another begins, and its second language is never heard", async () => {
    const first = sound.say([whale, unrecorded]);
    const second = sound.say([baleine]);
    expect(await first).toBe(false);
    expect(voice.src).toBe(baleine.url);
    expect(device.said).toEqual([]);
    voice.end();
    expect(await second).toBe(true);
  });

  it("goes on when the browser complains late of the one before, which was cut short", async () => {
    void sound.say([whale]);
    const complain = voice.cutShort;
    const said = sound.say([baleine]);
    complain();
    await settle();
    expect(voice.paused).toBe(false);
    expect(device.said).toEqual([]);
    voice.end();
    expect(await said).toBe(true);
  });

  it("is that of the device where nothing is recorded, or the recording cannot be had", async () => {
    const said = sound.say([unrecorded]);
    expect(device.said).toEqual(["der Wal"]);
    device.end();
    expect(await said).toBe(true);

    const lost = sound.say([{ ...unrecorded, url: "/media/lost.mp3" }]);
    voice.onerror?.();
    await settle();
    expect(device.said).toEqual(["der Wal", "der Wal"]);
    device.end();
    expect(await lost).toBe(true);
  });

  it("is offered where a recording or the device can say it", () => {
    expect(sound.canSay([whale])).toBe(true);
    expect(sound.canSay([unrecorded])).toBe(true);
    expect(sound.canSay([{ ...whale, url: null }])).toBe(false);
  });

  it("stops when the page is hidden, and does not begin while it is", async () => {
    const said = sound.say([whale]);
    sound.hide(true);
    expect(await said).toBe(false);
    expect(voice.paused).toBe(true);
    expect(await sound.say([whale])).toBe(false);
    expect(voice.paused).toBe(true);
  });
});

describe("music", () => {
  it("waits for the first touch, and makes way for a voice", async () => {
    await settle();
    expect(music.paused).toBe(true);
    sound.start();
    await settle();
    expect(music.paused).toBe(false);
    const loud = music.volume;
    const said = sound.say([whale]);
    await settle();
    expect(music.paused).toBe(false);
    expect(music.volume).toBeLessThan(loud / 3);
    voice.end();
    await said;
    await settle();
    expect(music.volume).toBeCloseTo(loud, 5);
  });

  it("is silent during a film, while the page is hidden, and when it is switched off", async () => {
    sound.start();
    const film = new Player();
    sound.show(asVideo(film));
    expect([film.paused, music.paused]).toEqual([false, true]);
    sound.filmEnded(asVideo(film));
    expect(music.paused).toBe(false);
    sound.hide(true);
    expect(music.paused).toBe(true);
    sound.hide(false);
    expect(music.paused).toBe(false);
    sound.wish({ isQuiet: false, isMusicOn: false, volume: 0.3 });
    expect(music.paused).toBe(true);
  });

  it("is silent under a voice on a device that keeps its volume to itself", async () => {
    const stubborn = new Player();
    Object.defineProperty(stubborn, "volume", { get: () => 1, set: () => {} });
    sound.attach(asAudio(voice), asAudio(stubborn));
    sound.start();
    expect(stubborn.paused).toBe(false);
    const said = sound.say([whale]);
    expect(stubborn.paused).toBe(true);
    voice.end();
    await said;
    expect(stubborn.paused).toBe(false);
  });
});

describe("a film", () => {
  it("silences the voice, and is stopped by the next voice", async () => {
    const said = sound.say([whale]);
    const film = new Player();
    sound.show(asVideo(film));
    expect(await said).toBe(false);
    expect(voice.paused).toBe(true);
    void sound.say([baleine]);
    expect(film.paused).toBe(true);
  });

  it("ends at once where the browser refuses it", async () => {
    const film = new Player();
    film.isRefused = true;
    const paused = vi.fn();
    film.addEventListener("pause", paused);
    sound.show(asVideo(film));
    await settle();
    expect(paused).toHaveBeenCalledOnce();
  });
});

it("a quiet universe makes no sound: what is heard stops, films are mute, nothing is offered", async () => {
  sound.start();
  const said = sound.say([whale]);
  sound.wish({ isQuiet: true, isMusicOn: true, volume: 0.3 });
  expect(await said).toBe(false);
  expect([voice.paused, music.paused]).toEqual([true, true]);
  expect(await sound.say([whale])).toBe(false);
  expect(sound.canSay([whale])).toBe(false);
  const film = new Player();
  sound.show(asVideo(film));
  expect(film).toMatchObject({ paused: false, muted: true });
});
