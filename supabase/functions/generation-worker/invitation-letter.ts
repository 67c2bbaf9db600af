import { createTranslator } from "use-intl/core";
import type { Language } from "../../../lib/contract/languages.ts";
import type { InvitationLetter } from "../../../lib/contract/worker.ts";
import type { Letter } from "../_shared/post.ts";

/** Loaded one by one: a letter is in one language. */
const words = {
  fr: () => import("../../../messages/fr.json", { with: { type: "json" } }),
  en: () => import("../../../messages/en.json", { with: { type: "json" } }),
  es: () => import("../../../messages/es.json", { with: { type: "json" } }),
  it: () => import("../../../messages/it.json", { with: { type: "json" } }),
  de: () => import("../../../messages/de.json", { with: { type: "json" } }),
} satisfies Record<Language, () => Promise<unknown>>;

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

/** A name as people chose it, without what a mail program would make a link of, or a new line. */
const harmless = (name: string) => name.replace(/(https?:)?\/\/\S+|www\.\S+/gi, "…").replace(/\p{C}+/gu, " ");

/**
 * What somebody reads who is invited to a universe, in their language. `url` is where invitations wait for whoever signs
 * in with this address: the letter itself lets nobody in.
 */
export async function writeInvitationLetter(
  { to, role, language, expires_at, ...names }: InvitationLetter,
  url: string,
): Promise<Omit<Letter, "id">> {
  const { default: messages } = await words[language]();
  const t = createTranslator({ locale: language, messages, namespace: "letters", timeZone: "UTC" });
  const told = { name: harmless(names.invited_by), universe: harmless(names.universe) };
  const subject = t("invitation.subject", told);
  const lines = [t("invitation.text", told), t(`invitation.${role}`)];
  const button = t("invitation.action");
  const until = t("invitation.until", { email: to, date: new Date(expires_at) });
  const ignore = t("ignore");
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  return {
    to,
    subject,
    text: `${lines.join("\n")}\n\n${button}: ${url}\n\n${until}\n${ignore}\n`,
    html: `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>
<body style="font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem">
${paragraphs}
<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:.7rem 1.2rem;border-radius:.6rem;background:#4338ca;color:#fff;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="color:#666;font-size:.9rem">${escapeHtml(until)}<br>${escapeHtml(ignore)}</p>
</body></html>`,
  };
}
