import { sweep } from "@/lib/offline/kept";

const place = "viewer-open";

/** Removes what no kept universe needs any more, unless a page of the viewer is open that may still ask for it. */
export async function sweepWhenAlone(): Promise<void> {
  if (!("locks" in navigator)) return;
  await navigator.locks.request(place, { ifAvailable: true }, async (lock) => {
    if (lock) await sweep({ isAlone: true });
  });
}

/** While this page is open, the files that it may still ask for stay; what nobody needs goes first. */
export async function holdFiles(): Promise<void> {
  await sweepWhenAlone();
  if ("locks" in navigator)
    void navigator.locks.request(place, { mode: "shared" }, () => new Promise(() => {}));
}
