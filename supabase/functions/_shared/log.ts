/** One JSON line on the function's log. Must be given neither secrets nor prompts. */
export function log(event: string, detail: Record<string, unknown> = {}) {
  console.log(JSON.stringify({ event, ...detail }));
}
