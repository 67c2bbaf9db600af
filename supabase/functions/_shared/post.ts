import { createTransport } from "nodemailer";
import { JobFailure } from "./failure.ts";

/** One letter, with its text for readers who want no HTML. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names the letter: one that is sent a second time after a crash is seen as the same by mail programs. */
  id: string;
}

/** Sends letters. */
export interface Post {
  /** Throws JobFailure: to be tried again where the server is away or busy, final where it refuses the address. */
  send(letter: Letter): Promise<void>;
}

/** How long one answer of the mail server may take, in milliseconds. */
const patience = 15_000;

/** A mail server's own words may name the address, which is not for the trail of a job. */
function failureOf(error: unknown): JobFailure {
  const {
    code = "",
    command = "",
    responseCode = 0,
  } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const detail = { code, command, response: responseCode };
  // RFC 5321, 4.2.1: 5yz is final. Said of anything but the recipient, it is our own setting that somebody will mend.
  return responseCode >= 500 && command === "RCPT TO"
    ? new JobFailure({
        code: "mail_refused",
        message: "The address was refused.",
        detail,
        isRetryable: false,
      })
    : new JobFailure({
        code: "mail_unavailable",
        message: "The mail server did not take it.",
        detail,
        isRetryable: true,
      });
}

/** `server` as `smtps://user:password@host:465`; empty when letters cannot be sent. `from` as `Name <address>`. */
export function openPost({ server, from }: { server: string; from: string }): Post {
  return {
    async send({ id, to, ...letter }) {
      if (!server)
        throw new JobFailure({
          code: "mail_not_set_up",
          message: "No mail server is set up: SMTP_URL is empty.",
          isRetryable: false,
        });
      const transport = createTransport({
        url: server,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
      });
      // As an object, so that it is one address whatever is in it.
      const recipient = { name: "", address: to };
      const host = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
      try {
        await transport.sendMail({ from, messageId: `<${id}@${host}>`, to: recipient, ...letter });
      } catch (error) {
        throw failureOf(error);
      } finally {
        transport.close();
      }
    },
  };
}
