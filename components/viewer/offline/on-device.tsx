"use client";

import { HardDriveDownload } from "lucide-react";
import { useEffect, useState } from "react";
import { canKeep, listKept } from "@/lib/offline/kept";
import type { DeviceWords } from "./device-words";
import "./install-offer";
import { InstallRow } from "./install-row";

interface OnDeviceProps {
  /** What leads to the list of what is kept. */
  title: string;
  words: DeviceWords;
}

/** Beside all published universes: the way to those that this device keeps, and the studio as an app, where there is either. */
export function OnDevice({ title, words }: OnDeviceProps) {
  const [kept, setKept] = useState<number | null>(null);

  // Only the device knows what it has.
  useEffect(() => {
    const look = async () => setKept(canKeep() ? (await listKept()).length : 0);
    void look();
  }, []);

  if (kept === null) return null;
  return (
    <aside className="mt-10 flex max-w-2xl flex-col gap-4 empty:hidden">
      {kept > 0 ? (
        <a
          href="/u"
          className="flex min-h-14 items-center gap-3 self-start rounded-full bg-sunken px-6 font-bold text-lg"
        >
          <HardDriveDownload aria-hidden="true" className="shrink-0 text-leaf" />
          {title} ({kept})
        </a>
      ) : null}
      <InstallRow words={words} heading="h2" />
    </aside>
  );
}
