import { closeCode } from "./code-closure.ts";
import { WrongFile } from "./fetch-file.ts";
import type { Kept } from "./kept.ts";
import { filesOfPlan, type Plan } from "./plan.ts";

/** Headers that a page keeps: its policy names the nonce that is in its text. */
const keptHeaders = [
  "content-type",
  "content-security-policy",
  "cross-origin-opener-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];

/**
 * Fetches the page of a path as it is now, and all of its code through `read`. Throws `WrongFile` when the page does not show the
 * files of the plan, because something was published in between.
 */
export async function fetchPage(
  path: string,
  plan: Plan,
  read: (url: string) => Promise<string>,
  signal: AbortSignal,
): Promise<Pick<Kept, "page" | "code">> {
  const answer = await fetch(path, { cache: "no-store", headers: { accept: "text/html" }, signal });
  const body = await answer.text();
  if (!answer.ok || answer.redirected || !codeIsIn(body))
    throw new WrongFile(`${path} answered ${answer.status}`);
  const isOther = filesOfPlan(plan).some(({ url }) => !body.includes(url));
  if (isOther) throw new WrongFile(`${path} shows another release`);
  const headers = keptHeaders.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return { page: { body, headers }, code: await closeCode(body, read) };
}

const codeIsIn = (body: string) => body.includes("/_next/static/");
