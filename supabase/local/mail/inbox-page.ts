import type { CaughtMessage } from "./store.ts";

function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent);
    --quiet: color-mix(in srgb, currentColor 64%, transparent); font: 1rem/1.55 system-ui, sans-serif }
  body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
  header { display: flex; flex-wrap: wrap; gap: .75rem; align-items: baseline; justify-content: space-between }
  h1 { font-size: 1.5rem; margin: 0 } h1 a { color: inherit; text-decoration: none }
  ul { list-style: none; margin: 1.5rem 0; padding: 0; border-top: 1px solid var(--line) }
  li { border-bottom: 1px solid var(--line) }
  li a { display: grid; grid-template-columns: 1fr auto; gap: .15rem 1rem; padding: .9rem .25rem; color: inherit; text-decoration: none }
  li a:hover strong, li a:focus-visible strong { text-decoration: underline }
  time, .quiet { color: var(--quiet); font-size: .9rem }
  button { font: inherit; padding: .35rem .9rem; border-radius: .6rem; border: 1px solid var(--line); background: none; color: inherit; cursor: pointer }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1.25rem 0 } dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
  iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: .75rem; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid var(--line); border-radius: .75rem }
  .empty { padding: 4rem 0; text-align: center; color: var(--quiet) }`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(title)}</title>
<style>${style}</style>
${body}
</html>`;
}

/** The list of caught messages. */
export function inboxPage(messages: CaughtMessage[]): string {
  const rows = messages.map(
    ({ id, subject, to, receivedAt }) => `<li><a href="/messages/${id}">
      <strong>${toHtml(subject || "(no subject)")}</strong><time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace("T", " ")} UTC</time>
      <span class="quiet">${toHtml(to.join(", "))}</span></a></li>`,
  );
  const list = rows.length
    ? `<ul>${rows.join("")}</ul>`
    : `<p class="empty">No mail yet. Every message that the studio sends on this machine is caught here; none leaves it.</p>`;
  const clear = rows.length ? `<form method="post" action="/clear"><button>Delete all</button></form>` : "";
  return page("Mail box", `<header><h1>Mail box</h1>${clear}</header>\n${list}`);
}

/** One message. Its HTML is shown in a frame that may run nothing; links open in a tab of their own. */
export function messagePage(message: CaughtMessage): string {
  const { id, subject, from, to, receivedAt, html, text, attachments } = message;
  const framed = `<base target="_blank">${html}`;
  const files = attachments.map(
    (each) => `${toHtml(each.filename || each.mimeType)} (${each.sizeBytes} bytes)`,
  );
  return page(
    subject || "Message",
    `<header><h1><a href="/" aria-label="Back to the mail box">&larr;</a> ${toHtml(subject || "(no subject)")}</h1>
  <a class="quiet" href="/messages/${id}/raw">Source</a></header>
<dl><dt>From</dt><dd>${toHtml(from)}</dd><dt>To</dt><dd>${toHtml(to.join(", "))}</dd>
  <dt>Received</dt><dd><time datetime="${receivedAt}">${receivedAt.slice(0, 19).replace("T", " ")} UTC</time></dd>
  ${files.length ? `<dt>Files</dt><dd>${files.join(", ")}</dd>` : ""}</dl>
${html ? `<iframe title="Message" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${toHtml(framed)}"></iframe>` : ""}
${text ? `<h2 class="quiet">Plain text</h2><pre>${toHtml(text)}</pre>` : ""}`,
  );
}
