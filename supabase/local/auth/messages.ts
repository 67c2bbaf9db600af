import { createTransport } from "nodemailer";
import type { StackConfig } from "../config.ts";
import type { LinkType, OneTimeToken } from "./one-time-token.ts";
import type { AuthSettings } from "./settings.ts";

interface Wording {
  subject: string;
  title: string;
  line: string;
  button: string;
}

const wordings: Record<Exclude<LinkType, "email">, Wording> = {
  signup: {
    subject: "Confirm your email address",
    title: "Confirm your email address",
    line: "Follow this link to confirm your address and finish signing up.",
    button: "Confirm email address",
  },
  invite: {
    subject: "You have been invited",
    title: "You have been invited",
    line: "Follow this link to accept the invitation.",
    button: "Accept the invitation",
  },
  magiclink: {
    subject: "Your sign-in link",
    title: "Sign in",
    line: "Follow this link to sign in.",
    button: "Sign in",
  },
  recovery: {
    subject: "Reset your password",
    title: "Reset your password",
    line: "Follow this link to choose a new password.",
    button: "Choose a new password",
  },
  email_change: {
    subject: "Confirm your new email address",
    title: "Confirm your new email address",
    line: "Follow this link to confirm the change of your address.",
    button: "Confirm the change",
  },
};

/** One mail of Auth's. */
export interface AuthMail {
  to: string;
  type: Exclude<LinkType, "email">;
  token: OneTimeToken;
  redirectTo: string;
}

/** Sends Auth's mails. */
export interface Postman {
  send(mail: AuthMail): Promise<void>;
  stop(): void;
}

/** The address that a mailed link opens. */
export function verifyLink(
  { issuer }: AuthSettings,
  { type, token, redirectTo }: Omit<AuthMail, "to">,
): string {
  return `${issuer}/verify?${new URLSearchParams({ token: token.hash, type, redirect_to: redirectTo })}`;
}

function html({ title, line, button }: Wording, link: string, code: string): string {
  const href = link.replaceAll("&", "&amp;");
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<body style="font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem">
<h1 style="font-size:1.4rem">${title}</h1>
<p>${line}</p>
<p><a href="${href}" style="display:inline-block;padding:.7rem 1.2rem;border-radius:.6rem;background:#4338ca;color:#fff;text-decoration:none">${button}</a></p>
<p>Or enter this code: <strong style="letter-spacing:.15em">${code}</strong></p>
<p style="color:#666;font-size:.9rem">If you did not ask for this, you can ignore this message.</p>
</body></html>`;
}

/** Opens a connection pool to the stack's mail catcher. */
export function createPostman(config: StackConfig, settings: AuthSettings): Postman {
  const transport = createTransport({
    host: "127.0.0.1",
    port: config.mailPort + 1,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 2,
  });
  return {
    async send(mail) {
      const wording = wordings[mail.type];
      const link = verifyLink(settings, mail);
      await transport.sendMail({
        from: { name: "MagikSwipe Studio", address: "noreply@studio.test" },
        to: mail.to,
        subject: wording.subject,
        text: `${wording.line}\n\n${link}\n\nOr enter this code: ${mail.token.code}\n`,
        html: html(wording, link, mail.token.code),
      });
    },
    stop: () => transport.close(),
  };
}
