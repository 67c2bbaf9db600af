import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPost } from "../../supabase/functions/_shared/post.ts";

let mails: string[];
/** What the server answers to whoever names a recipient. */
let refusal: { code: number; text: string } | null;
/** Whether it lets anybody in at all. */
let isOpen: boolean;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onConnect: (_session, done) =>
    done(isOpen ? null : Object.assign(new Error("not you"), { responseCode: 554 })),
  onRcptTo: (_address, _session, done) =>
    done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code })),
  onData(stream, _session, done) {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    stream.on("end", () => {
      mails.push(text);
      done();
    });
  },
});
server.on("error", () => {});
let address: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(() => {
  mails = [];
  refusal = null;
  isOpen = true;
});

const from = "Studio <noreply@studio.test>";
const letter = { id: "7", to: "ada@studio.test", subject: "Grüße", text: "Hallo", html: "<p>Hallo</p>" };

describe("a letter", () => {
  it("comes whole, and under the same name when it is sent a second time", async () => {
    const post = openPost({ server: address, from });
    await post.send(letter);
    await post.send(letter);
    for (const mail of mails) {
      expect(mail).toContain("From: Studio <noreply@studio.test>");
      expect(mail).toContain("To: ada@studio.test");
      expect(mail).toContain("Message-ID: <7@studio.test>");
      expect(mail).toContain("text/html");
    }
    expect(mails).toHaveLength(2);
  });

  it.each([
    [550, { code: "mail_refused", isRetryable: false }],
    [450, { code: "mail_unavailable", isRetryable: true }],
  ])(
    "that the server answers with %i is tried again or not, and its trail does not name the address",
    async (code, failure) => {
      refusal = { code, text: "ada@studio.test is unknown" };
      const error = await openPost({ server: address, from })
        .send(letter)
        .catch((thrown) => thrown);
      expect(error.failure).toMatchObject(failure);
      expect(JSON.stringify(error.failure)).not.toContain("ada@");
    },
  );

  it("is tried again when the server refuses us, not the address", async () => {
    isOpen = false;
    const error = await openPost({ server: address, from })
      .send(letter)
      .catch((thrown) => thrown);
    expect(error.failure).toMatchObject({ code: "mail_unavailable", isRetryable: true });
  });

  it("is tried again when nobody is at the server's address", async () => {
    const error = await openPost({ server: "smtp://127.0.0.1:1", from })
      .send(letter)
      .catch((thrown) => thrown);
    expect(error.failure).toMatchObject({ code: "mail_unavailable", isRetryable: true });
  });

  it("says what is missing when no server is set up", async () => {
    const error = await openPost({ server: "", from })
      .send(letter)
      .catch((thrown) => thrown);
    expect(error.failure).toMatchObject({
      code: "mail_not_set_up",
      isRetryable: false,
      message: expect.stringContaining("SMTP_URL"),
    });
  });
});
