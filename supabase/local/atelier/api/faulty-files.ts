import { readFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { OutputFile, Prediction } from "../queue/prediction.ts";
import type { AtelierContext, Call } from "./context.ts";
import { faultOf } from "./fault-kinds.ts";
import { notFound } from "./problems.ts";

const page = "<!doctype html><html><title>Error</title><h1>502 Bad Gateway</h1>";
const script = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A valid PNG of one bit per pixel, all black: tiny on the wire, as large as asked when unpacked. */
function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Two frames of WebP. */
function animation(): Promise<Buffer> {
  const frame = (grey: number) =>
    sharp({ create: { width: 512, height: 512, channels: 3, background: { r: grey, g: 99, b: 9 } } }).png();
  return Promise.all([frame(20).toBuffer(), frame(220).toBuffer()]).then((frames) =>
    sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer(),
  );
}

function sendBytes({ response }: Call, bytes: string | Buffer, type: string): void {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(bytes) });
  response.end(bytes);
}

async function sendTooMuch({ response }: Call, size: number, type: string): Promise<void> {
  const block = Buffer.alloc(65_536);
  response.writeHead(200, { "content-type": type });
  for (let sent = 0; sent < size && !response.destroyed; sent += block.length)
    if (!response.write(block))
      await new Promise<void>((resolve) => {
        function goOn() {
          response.off("drain", goOn).off("close", goOn);
          resolve();
        }
        response.on("drain", goOn).on("close", goOn);
      });
  response.end();
}

async function sendHalf(context: AtelierContext, { response }: Call, file: OutputFile): Promise<void> {
  const bytes = await readFile(context.files.pathOf(file));
  response.writeHead(200, { "content-type": file.type, "content-length": bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** Sends what an output fault orders in place of the file. Resolves to false when no fault is ordered. */
export async function answerFaultyFile(
  context: AtelierContext,
  call: Call,
  prediction: Prediction,
  file: OutputFile,
): Promise<boolean> {
  const has = (kind: Parameters<typeof faultOf>[1]) => faultOf(prediction, kind);
  const tooLarge = has("output-too-large");
  const redirect = has("output-redirect");
  if (has("output-404")) throw notFound();
  if (has("output-truncated")) await sendHalf(context, call, file);
  else if (has("output-empty")) sendBytes(call, "", file.type);
  else if (has("output-html")) sendBytes(call, page, file.type);
  else if (has("output-svg")) sendBytes(call, script, file.type);
  else if (has("output-huge-dimensions")) sendBytes(call, blackPng(30_000), "image/png");
  else if (has("output-black")) sendBytes(call, blackPng(1_024), "image/png");
  else if (has("output-animated")) sendBytes(call, await animation(), "image/webp");
  else if (tooLarge) await sendTooMuch(call, tooLarge.bytes ?? 200_000_000, file.type);
  else if (redirect)
    call.response
      .writeHead(302, { location: redirect.url ?? `${context.baseUrl}/health`, "content-length": 0 })
      .end();
  else return false;
  return true;
}
