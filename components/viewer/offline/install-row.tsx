import { MonitorDown, Share, SquarePlus } from "lucide-react";
import { useSyncExternalStore } from "react";
import type { DeviceWords } from "./device-words";
import { install, installing, subscribeInstalling } from "./install";

interface InstallRowProps {
  words: DeviceWords;
  /** One below the heading under which it stands. */
  heading: "h2" | "h3";
}

/** Offers the studio as an app where the device can have one; on iOS two pictures say how. */
export function InstallRow({ words, heading: Heading }: InstallRowProps) {
  const way = useSyncExternalStore(subscribeInstalling, installing, () => "no");
  if (way === "no") return null;
  return (
    <section className="flex flex-col gap-3 rounded-2xl bg-sunken p-4">
      <Heading className="text-lg">{words.install}</Heading>
      <p className="text-ink-soft">{words.installText}</p>
      {way === "ask" ? (
        <button
          type="button"
          onClick={install}
          className="flex min-h-14 items-center justify-center gap-3 self-start rounded-xl bg-berry px-5 font-bold text-lg text-on-berry"
        >
          <MonitorDown aria-hidden="true" className="shrink-0" />
          {words.install}
        </button>
      ) : (
        <p className="flex items-center gap-3 font-semibold">
          <Share aria-hidden="true" className="size-10 shrink-0 rounded-xl bg-surface p-2 text-sea-deep" />
          <SquarePlus aria-hidden="true" className="size-10 shrink-0 rounded-xl bg-surface p-2" />
          {words.share}
        </p>
      )}
    </section>
  );
}
