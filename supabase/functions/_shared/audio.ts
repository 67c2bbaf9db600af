/** What the bytes of a sound say about it. */
export interface AudioHeader {
  mimeType: "audio/mpeg" | "audio/wav";
  extension: "mp3" | "wav";
  durationMs: number;
}

const id3 = 0x494433;
const riff = 0x52494646;
const wave = 0x57415645;
const formatChunk = 0x666d7420;
const dataChunk = 0x64617461;

function readWav(view: DataView): AudioHeader | null {
  if (view.getUint32(4, true) + 8 > view.byteLength || view.getUint32(8) !== wave) return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    if (view.getUint32(at) === formatChunk && at + 20 <= view.byteLength)
      bytesPerSecond = view.getUint32(at + 16, true);
    if (view.getUint32(at) === dataChunk) {
      const isWhole = at + 8 + size <= view.byteLength && bytesPerSecond > 0;
      const durationMs = Math.round((size / bytesPerSecond) * 1000);
      return isWhole ? { mimeType: "audio/wav", extension: "wav", durationMs } : null;
    }
    at += 8 + size + (size % 2);
  }
  return null;
}

/** Kilobits per second of layer III, by the four bits of a frame's header: MPEG 1, then MPEG 2 and 2.5. */
const bitrates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
/** Hertz, by version bits (2.5, none, 2, 1) and the two bits of a frame's header. */
const sampleRates = [[11_025, 12_000, 8000], [], [22_050, 24_000, 16_000], [44_100, 48_000, 32_000]] as const;

/** Bytes and milliseconds of the frame of layer III that begins here; null when none does. */
function readFrame(view: DataView, at: number): { size: number; ms: number } | null {
  const head = view.getUint32(at);
  const version = (head >>> 19) & 3;
  const isLayer3 = head >>> 21 === 0x7ff && ((head >>> 17) & 3) === 1;
  const bitrate = bitrates[version === 3 ? 0 : 1][(head >>> 12) & 15];
  const rate = sampleRates[version]?.[(head >>> 10) & 3];
  if (!isLayer3 || !bitrate || !rate) return null;
  const samples = version === 3 ? 1152 : 576;
  const size = Math.floor((samples / 8) * ((bitrate * 1000) / rate)) + ((head >>> 9) & 1);
  return { size, ms: (samples / rate) * 1000 };
}

/** The tag before the sound: its size is written in seven bits per byte. */
function afterTag(view: DataView): number {
  if (view.getUint32(0) >>> 8 !== id3) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (view.getUint8(at) & 127), 0);
  return 10 + size;
}

/** The tag behind the sound, and what encoders leave there. */
const tailBytes = 4096;

function readMp3(view: DataView): AudioHeader | null {
  let at = afterTag(view);
  let ms = 0;
  while (at + 4 <= view.byteLength) {
    const frame = readFrame(view, at);
    if (!frame || at + frame.size > view.byteLength) break;
    at += frame.size;
    ms += frame.ms;
  }
  const isWhole = ms > 0 && view.byteLength - at <= tailBytes;
  return isWhole ? { mimeType: "audio/mpeg", extension: "mp3", durationMs: Math.round(ms) } : null;
}

/**
 * Reads kind and length from the bytes alone, whatever a server called them. Null for anything that is not one whole
 * WAV or MP3. Nothing is decoded; an MP3 is walked through from frame to frame.
 */
export function readAudio(bytes: Uint8Array): AudioHeader | null {
  if (bytes.length < 44) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(0) === riff ? readWav(view) : readMp3(view);
}
