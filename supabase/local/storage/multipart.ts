import { invalidRequest } from "./errors.ts";
import type { RequestBody } from "./request-body.ts";

const headLimit = 16 * 1024;
const fieldLimit = 1024 * 1024;
const fieldCountLimit = 10;
const blankLine = Buffer.from("\r\n\r\n");

/** The first file of a form, with the fields before it; the bytes are read only as `chunks` is. */
export interface FormUpload {
  fields: Map<string, string>;
  contentType: string;
  chunks: AsyncGenerator<Uint8Array>;
}

/** A parameter of a header; a backslash is no escape in forms, which write a quote as `%22`. */
function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, "i").exec(header);
  return match?.[1] ?? match?.[2];
}

/**
 * Reads `multipart/form-data` by pulling, so that a file never stands whole in memory. As hosted Storage it takes the
 * fields that come before the file, and ignores what comes after it.
 */
class FormReader {
  #buffer = Buffer.alloc(0);
  readonly #body: RequestBody;
  readonly #boundary: Buffer;

  constructor(body: RequestBody, boundary: string) {
    this.#body = body;
    this.#boundary = Buffer.from(`\r\n--${boundary}`);
    // The first boundary has no line before it; with one put there, all boundaries look alike.
    this.#buffer = Buffer.from("\r\n");
  }

  async #more(): Promise<void> {
    const chunk = await this.#body.read();
    if (!chunk) throw invalidRequest("The form ended before its last boundary");
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
  }

  /** Bytes up to the next boundary, which is taken off as well. */
  async *content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.#buffer.indexOf(this.#boundary);
      const sure = end >= 0 ? end : this.#buffer.length - this.#boundary.length + 1;
      if (sure > 0) yield this.#buffer.subarray(0, sure);
      if (end >= 0) {
        this.#buffer = this.#buffer.subarray(end + this.#boundary.length);
        return;
      }
      if (sure > 0) this.#buffer = this.#buffer.subarray(sure);
      await this.#more();
    }
  }

  /** After a boundary: the next part's header block, or undefined when that was the last boundary. */
  async head(): Promise<string | undefined> {
    while (this.#buffer.length < 2) await this.#more();
    if (this.#buffer.subarray(0, 2).equals(Buffer.from("--"))) return undefined;
    for (;;) {
      const end = this.#buffer.indexOf(blankLine);
      if (end >= 0) {
        const head = this.#buffer.subarray(0, end).toString("utf8");
        this.#buffer = this.#buffer.subarray(end + blankLine.length);
        return head;
      }
      if (this.#buffer.length > headLimit) throw invalidRequest("A part of the form has too long a header");
      await this.#more();
    }
  }

  async field(): Promise<string> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.content()) {
      size += chunk.byteLength;
      if (size > fieldLimit) throw invalidRequest("A field of the form is too long");
      parts.push(Buffer.from(chunk));
    }
    return Buffer.concat(parts).toString("utf8");
  }
}

/** Reads a form up to its first file. Refuses a form without one, or one that is broken. */
export async function readForm(body: RequestBody, contentType: string): Promise<FormUpload> {
  const boundary = parameter(contentType, "boundary");
  if (!boundary || boundary.length > 200) throw invalidRequest("Multipart: Boundary not found");
  const reader = new FormReader(body, boundary);
  for await (const _preamble of reader.content());
  const fields = new Map<string, string>();
  for (let head = await reader.head(); head !== undefined; head = await reader.head()) {
    const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
    if (parameter(disposition, "filename") !== undefined) {
      const type = /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1];
      return { fields, contentType: type ?? "application/octet-stream", chunks: reader.content() };
    }
    if (fields.size >= fieldCountLimit) throw invalidRequest("The form has too many fields");
    fields.set(parameter(disposition, "name") ?? "", await reader.field());
  }
  throw invalidRequest("No content provided");
}
