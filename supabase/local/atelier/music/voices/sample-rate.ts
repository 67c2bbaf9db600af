/** Samples per second of all sound that is made here. */
export const sampleRate = 44_100;

/** How many samples a time in seconds takes. */
export const samplesIn = (seconds: number) => Math.round(seconds * sampleRate);
