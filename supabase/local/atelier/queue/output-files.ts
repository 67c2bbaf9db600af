import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile, Prediction } from "./prediction.ts";

const scheme = "atelier-file:";
const tokenShape = /^[A-Za-z0-9_-]{32,64}$/;

/** How a prediction's stored output names a file, whatever host and port serve it later. */
export function referTo(file: OutputFile): string {
  return `${scheme}${file.token}/${file.name}`;
}

/** The same output with every file reference turned into a URL under `baseUrl`. */
export function withUrls(output: unknown, baseUrl: string): unknown {
  if (typeof output === "string" && output.startsWith(scheme))
    return `${baseUrl}/files/${output.slice(scheme.length)}`;
  if (Array.isArray(output)) return output.map((item) => withUrls(item, baseUrl));
  if (output === null || typeof output !== "object") return output;
  return Object.fromEntries(Object.entries(output).map(([key, item]) => [key, withUrls(item, baseUrl)]));
}

export interface OutputFiles {
  /** Stores the bytes under a name that nobody can guess. */
  save(name: string, type: string, bytes: Uint8Array): Promise<OutputFile>;
  /** Where the bytes of this file lie. */
  pathOf(file: OutputFile): string;
  remove(files: OutputFile[]): Promise<void>;
  /** Removes what no prediction of the list names, for example after a kill between file and journal. */
  removeStrays(predictions: Iterable<Prediction>): Promise<void>;
}

/** Output files of predictions, one folder per unguessable token. */
export function openOutputFiles(folder: string): OutputFiles {
  const remove = async (token: string) => {
    if (tokenShape.test(token)) await rm(join(folder, token), { recursive: true, force: true });
  };
  return {
    async save(name, type, bytes) {
      const token = randomBytes(32).toString("base64url");
      await mkdir(join(folder, token), { recursive: true });
      await writeFile(join(folder, token, name), bytes);
      return { token, name, type, bytes: bytes.byteLength };
    },
    pathOf: (file) => join(folder, file.token, file.name),
    async remove(files) {
      for (const file of files) await remove(file.token);
    },
    async removeStrays(predictions) {
      // Listed at once: what is stored while the others are removed is nobody's stray.
      mkdirSync(folder, { recursive: true });
      const tokens = readdirSync(folder);
      const known = new Set<string>();
      for (const prediction of predictions) for (const file of prediction.files) known.add(file.token);
      for (const token of tokens) if (!known.has(token)) await remove(token);
    },
  };
}
