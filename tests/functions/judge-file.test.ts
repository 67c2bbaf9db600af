import { describe, expect, it, vi } from "vitest";
import { readAudio } from "../../supabase/functions/_shared/audio.ts";
import { JobFailure } from "../../supabase/functions/_shared/failure.ts";
import { isFigure } from "../../supabase/functions/_shared/figure.ts";
import { type FileJobType, judges } from "../../supabase/functions/_shared/judge-file.ts";
import { readVideo } from "../../supabase/functions/_shared/video.ts";
import { makeFigure, makeFilm, makeTune, makeWav } from "../fixtures/media.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const page = new TextEncoder().encode("<!doctype html><h1>Bad gateway</h1>".padEnd(99)) as Bytes;

/** Why a file is not taken, or what it was taken for. */
async function judge(type: FileJobType, bytes: Bytes): Promise<unknown> {
  try {
    return await judges[type](bytes);
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    expect(error.failure).toMatchObject({
      code: "provider_output_unusable",
      isRetryable: true,
      maxRetries: 1,
    });
    return error.failure.detail?.reason;
  }
}

describe("a film", () => {
  it("is known by its boxes", async () => {
    const film = await makeFilm({ width: 64, height: 96 });
    expect(readVideo(film)).toEqual({ width: 64, height: 96, durationMs: 1000, codec: "avc1" });
    expect(await judge("generate_video", film)).toEqual({
      mime_type: "video/mp4",
      extension: "mp4",
      width: 64,
      height: 96,
      duration_ms: 1000,
    });
  });

  it("is not taken when it is cut off anywhere, or another kind of file", async () => {
    const film = await makeFilm();
    for (const length of [0, 7, 8, 40, Math.floor(film.length / 2), film.length - 1])
      expect(await judge("generate_video", film.slice(0, length))).toBe("The file is no whole MP4.");
    expect(readVideo(page)).toBeNull();
    expect(readVideo(await makeTune())).toBeNull();
  });

  it("is not taken when its boxes lie about their size or repeat themselves for ever", async () => {
    const film = await makeFilm();
    for (let at = 0; at < film.length; at += 41) {
      const broken = film.slice();
      broken.set([255, 255, 255, 255, 0, 0, 0, 0], at);
      // It may still be readable; what matters is that it ends, and without an error of ours.
      await judge("generate_video", broken);
    }
  });

  it("is left after ten thousand boxes, of which a file of 25 MB may hold millions", async () => {
    const boxes = new Uint8Array(2_000_000);
    const view = new DataView(boxes.buffer);
    for (let at = 0; at < boxes.length; at += 8) view.setUint32(at, 8);
    boxes.set(new TextEncoder().encode("ftyp"), 4);
    const looks = vi.spyOn(DataView.prototype, "getUint32");
    expect(await judge("generate_video", boxes)).toBe("The file is no whole MP4.");
    const nested = boxes.slice();
    new DataView(nested.buffer).setUint32(8, nested.length - 8);
    nested.set(new TextEncoder().encode("moov"), 12);
    expect(await judge("generate_video", nested)).toBe("The file is no whole MP4.");
    expect(looks.mock.calls.length).toBeLessThan(50_000);
    looks.mockRestore();
  });

  it("is not taken when browsers cannot play it, or when it is too small or too short", async () => {
    const film = await makeFilm();
    const at = Buffer.from(film).indexOf("avc1");
    const other = film.slice();
    other.set(new TextEncoder().encode("mp4v"), at);
    while (Buffer.from(other).includes("avc1"))
      other.set(new TextEncoder().encode("mp4v"), Buffer.from(other).indexOf("avc1"));
    expect(await judge("generate_video", other)).toBe("The video is not H.264.");
    expect(await judge("generate_video", await makeFilm({ width: 32 }))).toBe("The video has a wrong size.");
    expect(await judge("generate_video", await makeFilm({ seconds: 0.5 }))).toBe(
      "The video has a wrong length.",
    );
  });
});

describe("a sound", () => {
  it("is known by its frames or chunks", async () => {
    const tune = readAudio(await makeTune({ seconds: 6 }));
    expect(tune).toMatchObject({ mimeType: "audio/mpeg", extension: "mp3" });
    expect(Math.abs((tune?.durationMs ?? 0) - 6000)).toBeLessThan(120);
    expect(readAudio(makeWav({ seconds: 2 }))).toEqual({
      mimeType: "audio/wav",
      extension: "wav",
      durationMs: 2000,
    });
  });

  it("may have a tag before and behind it", async () => {
    const tune = await makeTune();
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 0, ...new Array(128).fill(0)];
    const tagged = Uint8Array.from([...tag, ...tune, ...new TextEncoder().encode("TAG".padEnd(128))]);
    expect(readAudio(tagged)).toEqual(readAudio(tune));
  });

  it("is not taken when its last chunk is cut off in the middle", async () => {
    const broken = makeWav().slice(0, 48);
    const view = new DataView(broken.buffer);
    view.setUint32(4, 40, true);
    for (const [at, name, size] of [
      [12, "LIST", 20],
      [40, "fmt ", 4],
    ] as const) {
      broken.set(new TextEncoder().encode(name), at);
      view.setUint32(at + 4, size, true);
    }
    expect(await judge("generate_speech", broken)).toBe("The file is no whole MP3 or WAV.");
    view.setUint32(16, 0xffffffff, true);
    expect(await judge("generate_speech", broken)).toBe("The file is no whole MP3 or WAV.");
  });

  it("is not taken when it is cut off, another kind of file, or of a length that nobody asked for", async () => {
    const tune = await makeTune();
    expect(readAudio(page)).toBeNull();
    expect(readAudio(tune.slice(0, 30))).toBeNull();
    expect(readAudio(makeWav().slice(0, 500))).toBeNull();
    expect(
      await judge("generate_music", Uint8Array.from([...tune.slice(0, 9000), ...new Uint8Array(9000)])),
    ).toBe("The file is no whole MP3 or WAV.");
    expect(await judge("generate_music", makeWav({ seconds: 4 }))).toBe("The sound has a wrong length.");
    expect(await judge("generate_speech", makeWav({ seconds: 30 }))).toBe("The sound has a wrong length.");
    expect(await judge("generate_speech", makeWav())).toMatchObject({
      mime_type: "audio/wav",
      duration_ms: 1000,
    });
  });
});

describe("a figure", () => {
  it("is one whole binary glTF with a mesh", async () => {
    expect(await judge("generate_model3d", makeFigure())).toEqual({
      mime_type: "model/gltf-binary",
      extension: "glb",
    });
  });

  it("is not taken when it is cut off, has no mesh, another version or broken JSON", async () => {
    const whole = makeFigure();
    const mesh = { primitives: [{}] };
    const others = [
      whole.slice(0, -1),
      whole.slice(0, 19),
      page,
      makeFigure({ asset: { version: "2.0" }, meshes: [] }),
      makeFigure({ asset: { version: "1.0" }, meshes: [mesh] }),
      Uint8Array.from(whole, (byte, at) => (at === 21 ? 0 : byte)),
    ];
    for (const other of others) expect(isFigure(other)).toBe(false);
  });

  it("is not taken with a description that would fill the memory when it is read", () => {
    const toy = { asset: { version: "2.0" }, meshes: [{ primitives: [{}] }] };
    expect(isFigure(makeFigure({ ...toy, extras: "x".repeat(900_000) }))).toBe(true);
    expect(isFigure(makeFigure({ ...toy, extras: Array(600_000).fill([]) }))).toBe(false);
  });

  it("brings all that it needs along and loads nothing from elsewhere", () => {
    const asset = { version: "2.0" };
    const meshes = [{ primitives: [{}] }];
    expect(isFigure(makeFigure({ asset, meshes, images: [{ uri: "https://elsewhere.test/a.png" }] }))).toBe(
      false,
    );
    expect(
      isFigure(
        makeFigure({ asset, meshes, buffers: [{ uri: "data:application/octet-stream;base64," }, {}] }),
      ),
    ).toBe(true);
  });
});
