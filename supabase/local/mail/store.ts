import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime from "postal-mime";

/** How many messages are kept; the oldest go first. */
const capacity = 500;

/** A caught message as the inbox and tests read it. */
export interface CaughtMessage {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; mimeType: string; sizeBytes: number }[];
}

/** Keeps raw messages as files and reads them when asked. */
export interface MessageStore {
  add(raw: Buffer, recipients: string[]): Promise<void>;
  /** Newest first; with `to`, only those for that address. */
  list(to?: string): Promise<CaughtMessage[]>;
  find(id: string): Promise<CaughtMessage | null>;
  raw(id: string): Promise<Buffer | null>;
  clear(): Promise<void>;
}

async function parse(
  id: string,
  receivedAt: string,
  raw: Buffer,
  recipients: string[],
): Promise<CaughtMessage> {
  const mail = await PostalMime.parse(raw);
  return {
    id,
    receivedAt,
    from: mail.from?.address ?? "",
    to: recipients.length ? recipients : (mail.to ?? []).flatMap(({ address }) => address ?? []),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? "",
      mimeType,
      sizeBytes: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

/** Opens the store in this folder, with what an earlier run left there. */
export async function openMessageStore(folder: string): Promise<MessageStore> {
  await mkdir(folder, { recursive: true });
  const messages: CaughtMessage[] = [];
  const file = (id: string) => join(folder, `${id}.eml`);
  const envelope = (id: string) => join(folder, `${id}.json`);
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(".json")).sort()) {
    const id = name.slice(0, -".json".length);
    const kept = JSON.parse(await readFile(envelope(id), "utf8")) as { receivedAt: string; to: string[] };
    messages.push(await parse(id, kept.receivedAt, await readFile(file(id)), kept.to));
  }
  let count = 0;

  async function remove(id: string): Promise<void> {
    await rm(file(id), { force: true });
    await rm(envelope(id), { force: true });
  }
  return {
    async add(raw, recipients) {
      const receivedAt = new Date().toISOString();
      const id = `${Date.now()}-${String(++count).padStart(6, "0")}`;
      const message = await parse(id, receivedAt, raw, recipients);
      // The envelope comes last: only messages that have one count as received.
      await writeFile(file(id), raw);
      await writeFile(envelope(id), JSON.stringify({ receivedAt, to: message.to }));
      messages.push(message);
      for (const old of messages.splice(0, Math.max(0, messages.length - capacity))) await remove(old.id);
    },
    async list(to) {
      const wanted = to?.toLowerCase();
      const found = wanted
        ? messages.filter((each) => each.to.some((a) => a.toLowerCase() === wanted))
        : messages;
      return found.toReversed();
    },
    async find(id) {
      return messages.find((each) => each.id === id) ?? null;
    },
    async raw(id) {
      return messages.some((each) => each.id === id) ? readFile(file(id)) : null;
    },
    async clear() {
      for (const { id } of messages.splice(0)) await remove(id);
    },
  };
}
