/** What Chromium hands over when this studio can be installed; no other browser does. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
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

const used = new EventTarget();

/** Calls when the answer of `installing` may have changed; returns how to end that. */
export function subscribeInstalling(onChange: () => void): () => void {
  const kinds = ["beforeinstallprompt", "appinstalled"];
  for (const kind of kinds) window.addEventListener(kind, onChange);
  used.addEventListener("used", onChange);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, onChange);
    used.removeEventListener("used", onChange);
  };
}

/** Asks the browser to install. An offer can be used once. */
export async function install(): Promise<void> {
  const offer = window.installOffer as InstallOffer | null | undefined;
  window.installOffer = null;
  used.dispatchEvent(new Event("used"));
  await offer?.prompt();
}
