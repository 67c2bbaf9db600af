import { expect, vi } from "vitest";
import { stack } from "../setup/stack.ts";

/** A mail as the catcher keeps it. */
export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  from: string;
  to: string[];
}

/** Every mail caught for this address, newest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${stack().status.mailUrl}/api/messages?to=${encodeURIComponent(address)}`);
  return (await answer.json()).items;
}

/** The newest mail for this address, once there are so many. */
export async function mailTo(address: string, count = 1): Promise<Mail> {
  const mails = await vi.waitFor(
    async () => {
      const found = await mailsTo(address);
      expect(found.length).toBe(count);
      return found;
    },
    { timeout: 60_000, interval: 50 },
  );
  return mails[0] as Mail;
}

/** The link and the code of a mail of Auth's. */
export function readAuthMail({ text }: Mail): { link: URL; code: string } {
  const link = /https?:\S+\/verify\?\S+/.exec(text)?.[0] ?? "";
  return { link: new URL(link), code: /code: (\d+)/.exec(text)?.[1] ?? "" };
}

/** Opens a mailed link as a browser does, and says where it leads. */
export async function follow(link: URL): Promise<URL> {
  const answer = await fetch(link, { redirect: "manual" });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get("location") ?? "");
}
