import type { Provider } from "../_shared/provider.ts";

const freshMilliseconds = 10_000;

let last: { at: number; answer: Promise<boolean> } | undefined;

async function ask(provider: Provider): Promise<boolean> {
  try {
    await provider.check();
    return true;
  } catch {
    return false;
  }
}

/** Whether the provider answers with the token that we have. Asks it at most every ten seconds, however many ask us. */
export function isProviderHealthy(provider: Provider, now = Date.now()): Promise<boolean> {
  if (!last || now - last.at > freshMilliseconds) last = { at: now, answer: ask(provider) };
  return last.answer;
}
