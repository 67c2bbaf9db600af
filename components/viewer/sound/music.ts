/** The share of its volume that is left under a voice. */
const underVoice = 0.2;
const stepMs = 40;

/**
 * Music that fades instead of jumping. Where a device keeps its volume to itself, music is silent under a voice instead of
 * soft.
 */
export function createMusic(element: HTMLAudioElement) {
  let volume = 0.35;
  let ramp: ReturnType<typeof setInterval> | undefined;
  let [mayPlay, isUnder] = [false, false];

  element.volume = 0.5;
  const canBeSoft = element.volume === 0.5;
  element.volume = 0;

  const settle = () => {
    clearInterval(ramp);
    const shouldPlay = mayPlay && (canBeSoft || !isUnder);
    if (!shouldPlay) {
      if (!element.paused) element.pause();
      element.volume = 0;
      return;
    }
    // A browser that does not let it play yet is asked again with the next tap.
    if (element.paused) element.play().catch(() => {});
    const wanted = isUnder ? volume * underVoice : volume;
    ramp = setInterval(() => {
      const gap = wanted - element.volume;
      if (Math.abs(gap) > 0.02) {
        element.volume += gap / 4;
        return;
      }
      element.volume = wanted;
      clearInterval(ramp);
    }, stepMs);
  };

  return {
    /** Whether it may be heard at all. */
    allow(may: boolean) {
      mayPlay = may;
      settle();
    },
    /** Makes way for a voice, and comes back after it. */
    goUnder(under: boolean) {
      if (under === isUnder) return;
      isUnder = under;
      settle();
    },
    /** 0 is silent, 1 as loud as it was made. */
    setVolume(next: number) {
      if (next === volume) return;
      volume = next;
      settle();
    },
  };
}

export type Music = ReturnType<typeof createMusic>;
