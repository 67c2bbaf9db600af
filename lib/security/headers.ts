import { env } from "@/lib/env";

/** What of the text of a page may run: what carries the nonce of this answer, or what has one of these hashes. */
type Marked = { nonce: string } | { scripts: string[]; styles: string[] };

/**
 * What a page may load and run: our own files, scripts and styles that are marked, and data and private files of the
 * platform. Next's development server evaluates code and writes styles without a nonce. Other sites may show a page in a frame
 * only where that is what it is for.
 */
export function contentSecurityPolicy(marked: Marked, mayBeFramed = false): string {
  const [scripts, styles] =
    "nonce" in marked
      ? [`'nonce-${marked.nonce}' 'strict-dynamic'`, `'nonce-${marked.nonce}'`]
      : [marked.scripts.join(" "), marked.styles.join(" ")];
  const isDevelopment = process.env.NODE_ENV === "development";
  const platform = new URL(env().supabaseUrl).origin;
  const socket = platform.replace(/^http/, "ws");
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : styles}`,
    `img-src 'self' blob: data: ${platform}`,
    `media-src 'self' blob: ${platform}`,
    `connect-src 'self' ${platform} ${socket}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${mayBeFramed ? "*" : "'none'"}`,
  ].join("; ");
}

/** Headers that every page carries beside its policy. */
export const pageHeaders: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};
