import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import type { StackConfig } from "../config.ts";
import type { StackContext } from "../service.ts";
import { inboxPage, messagePage } from "./inbox-page.ts";
import { type MessageStore, openMessageStore } from "./store.ts";

const maxMessageBytes = 10 * 1024 * 1024;

function createSmtpServer(store: MessageStore, log: StackContext["log"]): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: maxMessageBytes,
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", done);
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error("Message too large"), { responseCode: 552 }));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        store.add(Buffer.concat(chunks), recipients).then(
          () => done(),
          (error: Error) => done(error),
        );
      });
    },
  });
  server.on("error", (error) => log("mail", "a connection failed", { error: error.message }));
  return server;
}

/**
 * A page of another site may neither read this inbox nor empty it: no CORS, changes from its own pages only, and no
 * name but this machine's, which a site could have pointed here.
 */
function isFromHere(incoming: IncomingMessage): boolean {
  const { origin, host } = incoming.headers;
  return isOurName(host) && (!origin || origin === `http://${host}`);
}

function isOurName(host = ""): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

function send(outgoing: ServerResponse, status: number, type: string, body: string | Buffer): void {
  outgoing.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  outgoing.end(body);
}

async function answer(
  store: MessageStore,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://mail");
  const html = (status: number, body: string) => send(outgoing, status, "text/html; charset=utf-8", body);
  const json = (status: number, body: unknown) =>
    send(outgoing, status, "application/json; charset=utf-8", JSON.stringify(body));
  const [, id, part] = /^\/(?:api\/)?messages\/([\w-]+)(\/raw)?$/.exec(url.pathname) ?? [];
  const isApi = url.pathname.startsWith("/api/");
  if (!isOurName(incoming.headers.host))
    json(403, { message: "Open the mail box by the address that npm start shows" });
  else if (incoming.method === "POST" && url.pathname === "/clear" && isFromHere(incoming)) {
    await store.clear();
    outgoing.writeHead(303, { location: "/" }).end();
  } else if (incoming.method === "DELETE" && url.pathname === "/api/messages" && isFromHere(incoming)) {
    await store.clear();
    outgoing.writeHead(204).end();
  } else if (incoming.method !== "GET" && incoming.method !== "HEAD")
    json(405, { message: "Method not allowed" });
  else if (url.pathname === "/") html(200, inboxPage(await store.list()));
  else if (url.pathname === "/api/messages") {
    const items = await store.list(url.searchParams.get("to") ?? undefined);
    json(200, { items, total: items.length });
  } else if (id && part) {
    const raw = await store.raw(id);
    if (raw) send(outgoing, 200, "text/plain; charset=utf-8", raw);
    else json(404, { message: "No such message" });
  } else {
    const message = id ? await store.find(id) : null;
    if (message) isApi ? json(200, message) : html(200, messagePage(message));
    else json(404, { message: "No such page" });
  }
}

/**
 * Catches every mail that the stack sends: SMTP on `mailPort + 1`, the inbox page on `mailPort`, and JSON at
 * `GET /api/messages[?to=address]` as `{items, total}`, newest first. Loopback only; nothing is ever delivered. Messages
 * are kept under the data folder, at most 500. Rejects when a port cannot be had.
 */
export async function startMail(
  { mailPort, dataDir }: StackConfig,
  log: StackContext["log"],
): Promise<{ stop(): Promise<void> }> {
  const store = await openMessageStore(join(dataDir, "mail"));
  const smtp = createSmtpServer(store, log);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once("error", reject);
    smtp.listen(mailPort + 1, "127.0.0.1", () => resolve());
  });
  const inbox = createServer((incoming, outgoing) => {
    answer(store, incoming, outgoing).catch((error: Error) => {
      log("mail", "the inbox failed", { error: error.message });
      if (!outgoing.headersSent)
        send(outgoing, 500, "application/json", '{"message":"An unexpected error occurred"}');
      else outgoing.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    inbox.once("error", reject);
    inbox.listen(mailPort, "127.0.0.1", resolve);
  });
  return {
    async stop() {
      const closed = Promise.all([
        new Promise((resolve) => inbox.close(resolve)),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
      inbox.closeAllConnections();
      await closed;
    },
  };
}
