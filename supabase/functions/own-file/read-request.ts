import { z } from "zod";
import { languageSchema } from "../../../lib/contract/languages.ts";
import { Refusal } from "./refusal.ts";

/** The largest file that a person may send, in bytes. */
const maxBytes = 10 * 1_048_576;

const wishSchema = z.object({
  draft: z.guid(),
  asset: z.guid(),
  piece: z.enum(["image", "speech"]),
  language: languageSchema.nullish(),
});
export type Wish = z.infer<typeof wishSchema>;

/** Which card the file is for, and as what. Throws Refusal. */
export function readWish(url: string): Wish {
  const wish = wishSchema.safeParse(Object.fromEntries(new URL(url).searchParams));
  if (!wish.success) throw new Refusal("validation_failed", "Name draft, asset and piece.");
  return wish.data;
}

/** The body, of at most 10 MB. Throws Refusal. */
export async function readFile(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Refusal("payload_too_large", "A file may have 10 MB.");
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
