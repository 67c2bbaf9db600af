"use client";

import { Check, Undo2, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { ownZone } from "@/lib/i18n/own-zone";
import type { Version } from "@/lib/versions/schema";
import { VersionMedia, VersionStamp } from "./version-media";

interface VersionStripProps {
  /** Newest first. */
  versions: readonly Version[];
  /** What the versions are of. */
  name: string;
  isBusy: boolean;
  onRestore: (version: Version) => void;
}

function useMoment(): (version: Version) => string {
  const format = useFormatter();
  return ({ created_at }) =>
    format.dateTime(new Date(created_at), { dateStyle: "short", timeStyle: "short", timeZone: ownZone() });
}

/** The last versions of a piece in a row; one that is chosen lies beside the one in use, and may take its place. */
export function VersionStrip({ versions, name, isBusy, onRestore }: VersionStripProps) {
  const t = useTranslations("versions");
  const moment = useMoment();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const current = versions.find(({ is_current }) => is_current);
  const chosen = versions.find(({ id, is_current }) => id === chosenId && !is_current);
  const text = versions.length === 0 ? "nothing" : versions.length === 1 && current ? "first" : "text";
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <p className="text-ink-soft text-sm">{t(text)}</p>
      <ul className="flex flex-wrap gap-2">
        {versions.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              aria-pressed={version.is_current ? undefined : version.id === chosen?.id}
              disabled={version.is_current}
              aria-label={t(version.is_current ? "pickNow" : "pick", {
                origin: t(version.origin),
                moment: moment(version),
              })}
              onClick={() => setChosenId(version.id === chosenId ? null : version.id)}
              className={cn(
                "relative block size-18 overflow-hidden rounded-2xl border-2 border-line bg-sunken transition-[border-color] hover:border-sea aria-pressed:border-sea aria-pressed:outline-3 aria-pressed:outline-sea",
                version.is_current && "border-leaf hover:border-leaf",
              )}
            >
              <VersionStamp version={version} />
              {version.is_current ? (
                <span className="absolute right-1 bottom-1 grid size-5 place-items-center rounded-full bg-leaf-wash text-leaf-ink">
                  <Check aria-hidden="true" className="size-4" />
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <Comparison
          name={name}
          before={current}
          chosen={chosen}
          isBusy={isBusy}
          onRestore={() => onRestore(chosen)}
          onClose={() => setChosenId(null)}
        />
      ) : null}
    </section>
  );
}

interface ComparisonProps {
  name: string;
  before: Version | undefined;
  chosen: Version;
  isBusy: boolean;
  onRestore: () => void;
  onClose: () => void;
}

function Comparison({ name, before, chosen, isBusy, onRestore, onClose }: ComparisonProps) {
  const t = useTranslations("versions");
  const then = t("then", { moment: useMoment()(chosen) });
  return (
    <section aria-label={t("compare")} className="flex animate-rise flex-col gap-3 rounded-3xl bg-sunken p-3">
      <div className="grid grid-cols-2 items-start gap-3">
        {before ? <Side version={before} name={name} label={t("now")} /> : null}
        <Side version={chosen} name={name} label={then} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onRestore} busy={isBusy}>
          <Undo2 aria-hidden="true" />
          {t("restore")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          <X aria-hidden="true" />
          {t("close")}
        </Button>
      </div>
    </section>
  );
}

function Side({ version, name, label }: { version: Version; name: string; label: string }) {
  return (
    <figure className="flex min-w-0 flex-col gap-1.5">
      <VersionMedia version={version} name={name} label={label} />
      <figcaption className="font-bold text-sm">{label}</figcaption>
    </figure>
  );
}
