/** A WAV file of 16 bits: a tone of 440 Hz. */
export function makeWav(seconds: number, rate = 22_050, channels = 1): Buffer {
  const count = Math.floor(seconds * rate);
  const wav = Buffer.alloc(44 + count * channels * 2);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(channels, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * channels * 2, 28);
  wav.writeUInt16LE(channels * 2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(count * channels * 2, 40);
  for (let at = 0; at < count * channels; at++)
    wav.writeInt16LE(
      Math.round(9_000 * Math.sin((Math.floor(at / channels) / rate) * 440 * 2 * Math.PI)),
      44 + at * 2,
    );
  return wav;
}
