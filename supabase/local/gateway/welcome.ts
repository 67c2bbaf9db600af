import type { StackConfig } from "../config.ts";

/** The page at `/`: what this port is, for someone who opened it by chance. */
export function welcomePage({ studioUrl, apiUrl, mailUrl }: StackConfig): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MagikSwipe Studio: embedded backend</title>
<style>
  :root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }
  body { max-width: 38rem; margin: 12vh auto; padding: 0 1.25rem }
  code { font-size: .95em }
</style>
<h1>The embedded backend</h1>
<p>This port speaks Supabase's API for MagikSwipe Studio on this machine. There is nothing to see here:
  you probably want <a href="${studioUrl}">the studio</a> or <a href="${mailUrl}">its mail box</a>.</p>
<p>For <code>createClient</code> of <code>@supabase/supabase-js</code>, the URL is <code>${apiUrl}</code> and the key is what
  <code>npm run status -- --json</code> calls <code>publishableKey</code>.</p>
</html>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
