import "server-only";
import { headers } from "next/headers";
import { env } from "../env.ts";

/**
 * Where who asks for this page has found the studio: a classroom may know the machine by another name than its settings.
 * Only for pages that are made for each request.
 */
export async function requestOrigin(): Promise<string> {
  const list = await headers();
  const own = new URL(env().studioUrl);
  const host = list.get("x-forwarded-host") ?? list.get("host");
  const protocol = list.get("x-forwarded-proto") ?? own.protocol.replace(":", "");
  const asked = `${protocol}://${host}`;
  return host && /^https?$/.test(protocol) && URL.canParse(asked) ? new URL(asked).origin : own.origin;
}
