import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, type FileHandle, link, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { entityTooLarge } from "./errors.ts";

/** A file on disk that no row names yet. */
export interface StoredBlob {
  version: string;
  size: number;
  /** MD5 in quotes, as the hosted platform's ETag of a simple upload. */
  eTag: string;
}

const versionForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function undefinedWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * The files behind `storage.objects`, one per version and never changed once in place: a new version is a new file,
 * so that an upsert does not tear a read that is under way. Stands in for the S3 bucket of the hosted platform.
 */
export class BlobFolder {
  readonly blobs: string;
  readonly incoming: string;

  constructor(folder: string) {
    this.blobs = join(folder, "blobs");
    this.incoming = join(folder, "incoming");
  }

  async prepare(): Promise<void> {
    await mkdir(this.blobs, { recursive: true });
    await mkdir(this.incoming, { recursive: true });
  }

  /** Where a version's file is. Throws for anything that is no version of ours, so no name becomes a path. */
  pathOf(version: string): string {
    if (!versionForm.test(version)) throw new Error("Not a blob version.");
    return join(this.blobs, version.slice(0, 2), version);
  }

  /**
   * Writes the chunks to a new blob: temporary name, checksum, fsync, rename. Nothing stays when the source fails or
   * goes over `limit` bytes; the latter is refused with 413.
   */
  async receive(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob> {
    const version = randomUUID();
    const temporary = join(this.incoming, version);
    const hash = createHash("md5");
    let size = 0;
    const file = await open(temporary, "wx");
    try {
      for await (const chunk of chunks) {
        size += chunk.byteLength;
        if (size > limit) throw entityTooLarge();
        hash.update(chunk);
        await file.appendFile(chunk);
      }
      await file.sync();
      await file.close();
      await this.#place(temporary, version);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
      throw error;
    }
    return { version, size, eTag: `"${hash.digest("hex")}"` };
  }

  /** Takes over a finished file (a resumable upload) as a new blob; the file stays until the caller removes it. */
  async adopt(file: string): Promise<StoredBlob> {
    const hash = createHash("md5");
    let size = 0;
    const handle = await open(file, "r");
    try {
      for await (const chunk of handle.createReadStream({ autoClose: false })) {
        hash.update(chunk);
        size += chunk.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { version: await this.#duplicate(file), size, eTag: `"${hash.digest("hex")}"` };
  }

  /** A second blob with the same bytes, by hard link where the disk can. Undefined when there is no first one. */
  async copy(version: string | null): Promise<string | undefined> {
    if (version === null || !versionForm.test(version)) return undefined;
    return this.#duplicate(this.pathOf(version)).catch(undefinedWhenMissing);
  }

  /** Opens a blob for reading; it stays readable when it is removed meanwhile. Undefined when it is not there. */
  async open(version: string | null): Promise<FileHandle | undefined> {
    if (version === null || !versionForm.test(version)) return undefined;
    return open(this.pathOf(version), "r").catch(undefinedWhenMissing);
  }

  /** Removes blobs that no row names any more. Missing ones are fine. */
  async remove(versions: Iterable<string | null>): Promise<void> {
    for (const version of versions)
      if (version !== null && versionForm.test(version)) await rm(this.pathOf(version), { force: true });
  }

  async #duplicate(source: string): Promise<string> {
    const version = randomUUID();
    const temporary = join(this.incoming, version);
    try {
      await link(source, temporary);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
      await copyFile(source, temporary, constants.COPYFILE_FICLONE);
    }
    await this.#place(temporary, version);
    return version;
  }

  async #place(temporary: string, version: string): Promise<void> {
    const target = this.pathOf(version);
    const folder = join(target, "..");
    await mkdir(folder, { recursive: true });
    await rename(temporary, target);
    await syncFolder(folder);
  }
}
