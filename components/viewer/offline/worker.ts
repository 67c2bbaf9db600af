/** Where pages are answered from the device. No page of people who work is among them. */
const scopes = ["/u", "/explore"];

/**
 * Lets the device answer for what it keeps, and asks the browser not to clear that when space runs short. Throws where a browser
 * has no workers, or refuses them here.
 */
export async function registerWorker(): Promise<void> {
  for (const scope of scopes) await navigator.serviceWorker.register("/sw.js", { scope });
  // A browser may refuse, or ask the adult who is there and take its time; what is kept works either way.
  navigator.storage?.persist?.().catch(() => false);
}
