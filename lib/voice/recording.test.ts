import { expect, it } from "vitest";
import { readRecording } from "./recording.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it("knows what browsers record by the first bytes, whatever it was called", () => {
  expect(readRecording(bytes("\x1a\x45\xdf\xa3webm"))?.extension).toBe("webm");
  expect(readRecording(bytes("OggS"))?.mimeType).toBe("audio/ogg");
  expect(readRecording(bytes("\0\0\0\x20ftypM4A "))?.extension).toBe("m4a");
  expect(readRecording(bytes("ID3\x04"))?.extension).toBe("mp3");
  // With and without a checksum, of MPEG 1 and of MPEG 2, as recorders of speech make it.
  for (const second of ["\xfb", "\xfa", "\xf3", "\xf2"])
    expect(readRecording(bytes(`\xff${second}\x90`))?.extension).toBe("mp3");
  expect(readRecording(bytes("RIFF\0\0\0\0WAVE"))?.mimeType).toBe("audio/wav");
});

it("knows nothing else", () => {
  for (const text of ["", "RIF", "RIFF\0\0\0\0WEBPVP8 ", "<svg>", "%PDF-1.7", "\x89PNG\r\n"])
    expect(readRecording(bytes(text))).toBeNull();
});
