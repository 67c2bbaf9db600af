import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { OutputFile, Prediction } from "../queue/prediction.ts";
import { isExpired } from "../queue/retention.ts";
import type { AtelierContext, Call, Door } from "./context.ts";
import { answerFaultyFile } from "./faulty-files.ts";
import { notFound } from "./problems.ts";

function find(context: AtelierContext, token: string): { prediction: Prediction; file: OutputFile } | null {
  for (const prediction of context.scheduler.all().toReversed()) {
    const file = prediction.files.find((candidate) => candidate.token === token);
    if (file) return { prediction, file };
  }
  return null;
}

async function send(context: AtelierContext, { request, response }: Call, file: OutputFile): Promise<void> {
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": file.bytes,
    "cache-control": "public, max-age=3600",
    etag: `"${file.token}"`,
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return void response.end();
  await pipeline(createReadStream(context.files.pathOf(file)), response);
}

/** `GET /files/{token}/{name}`: an output until an hour after its prediction ended, then 404. Needs no token, as on Replicate. */
export const getFile: Door = async (context, call) => {
  const [token = "", name] = call.parts;
  const found = find(context, token);
  if (!found || found.file.name !== name || isExpired(found.prediction, context.keepMs, context.now()))
    throw notFound();
  if (await answerFaultyFile(context, call, found.prediction, found.file)) return;
  await send(context, call, found.file);
};
