/** What Chromium hands over when this studio can be installed; no other browser does. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
  userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

declare global {
  interface Window {
    /** Held back by the page, so that no child is asked. */
    installOffer?: Event | null;
  }
}

/** How this device can have the studio as an app: by asking it, by the share menu of iOS, or not (any more). */
export type Installing = "ask" | "share" | "no";

function isInstalled(): boolean {
  return (
    matchMedia("(display-mode: standalone)").matches ||
    ("standalone" in navigator && navigator.standalone === true)
  );
}

/** Safari on phones and tablets; an iPad says that it is a Mac, but has touch. */
function isApple(): boolean {
  return "standalone" in navigator && navigator.maxTouchPoints > 1;
}

/** How this device can have the studio as an app now. */
export function installing(): Installing {
  if (isInstalled()) return "no";
  if (window.installOffer) return "ask";
  return isApple() ? "share" : "no";
}

/** Asks the browser to install; true once it is agreed to. An offer can be used once. */
export async function install(): Promise<boolean> {
  const offer = window.installOffer as InstallOffer | null | undefined;
  if (!offer) return false;
  window.installOffer = null;
  await offer.prompt();
  return (await offer.userChoice).outcome === "accepted";
}
