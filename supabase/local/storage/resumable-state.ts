import { randomUUID } from "node:crypto";
import { open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { noSuchUpload } from "./errors.ts";

/** How long an unfinished upload may be taken up again; a day on the hosted platform too. */
export const lifetimeMs = 24 * 60 * 60 * 1000;

/** A resumable upload, kept next to its bytes so that it survives a restart. */
export interface ResumableUpload {
  id: string;
  bucket: string;
  key: string;
  length: number;
  owner: string | null;
  /** Came with a signed upload token instead of the caller's own permission. */
  signed: boolean;
  upsert: boolean;
  mimeType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown>;
  /** The client's `Upload-Metadata`, sent back as it came. */
  header: string;
  createdAt: number;
  completed: boolean;
}

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Unfinished uploads on disk: `<id>.json` says what, `<id>.part` holds the bytes so far. */
export class ResumableFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  partOf(id: string): string {
    return join(this.folder, `${id}.part`);
  }

  async create(upload: Omit<ResumableUpload, "id" | "createdAt" | "completed">): Promise<ResumableUpload> {
    const created = { ...upload, id: randomUUID(), createdAt: Date.now(), completed: false };
    await writeFile(this.partOf(created.id), "", { flag: "wx" });
    await this.save(created);
    return created;
  }

  async save(upload: ResumableUpload): Promise<void> {
    const file = join(this.folder, `${upload.id}.json`);
    await writeFile(`${file}.new`, JSON.stringify(upload));
    await rename(`${file}.new`, file);
  }

  /** Throws 404 for an unknown or expired upload. */
  async load(id: string): Promise<ResumableUpload> {
    if (!idForm.test(id)) throw noSuchUpload();
    const text = await readFile(join(this.folder, `${id}.json`), "utf8").catch(() => undefined);
    if (text === undefined) throw noSuchUpload();
    const upload: ResumableUpload = JSON.parse(text);
    if (upload.createdAt + lifetimeMs < Date.now()) throw noSuchUpload();
    return upload;
  }

  /** Bytes that have safely arrived. */
  async offset(upload: ResumableUpload): Promise<number> {
    return upload.completed ? upload.length : (await stat(this.partOf(upload.id))).size;
  }

  /** Appends until the source ends or fails, and keeps what came: that is what the client resumes from. */
  async append(
    upload: ResumableUpload,
    chunks: AsyncIterable<Uint8Array>,
    tooMuch: () => Error,
  ): Promise<number> {
    const file = await open(this.partOf(upload.id), "a");
    try {
      let { size } = await file.stat();
      for await (const chunk of chunks) {
        if (size + chunk.byteLength > upload.length) throw tooMuch();
        await file.appendFile(chunk);
        size += chunk.byteLength;
      }
      return size;
    } finally {
      await file.close();
    }
  }

  /** The object is in place: the bytes here go, the note stays so that a client that missed the answer finds it. */
  async finish(upload: ResumableUpload): Promise<void> {
    await this.save({ ...upload, completed: true });
    await rm(this.partOf(upload.id), { force: true });
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.folder, `${id}.json`), { force: true });
    await rm(this.partOf(id), { force: true });
  }

  /**
   * At start: removes what is expired or broken, and uploads that have all their bytes but no object because the
   * process died in between; their client then starts again instead of taking them for done.
   */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const id = name.split(".")[0] ?? "";
      const upload = await this.load(id).catch(() => undefined);
      const offset = upload && (await this.offset(upload).catch(() => undefined));
      const stuck = upload && !upload.completed && (offset === undefined || offset >= upload.length);
      if (!upload || stuck) await this.remove(id);
      if (name.endsWith(".new")) await rm(join(this.folder, name), { force: true });
    }
  }
}
