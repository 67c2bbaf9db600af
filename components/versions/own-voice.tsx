"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Mic, RotateCcw, Square, Trash2, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { Problem } from "@/lib/problem";
import { useAddOwnFile, useRemoveOwnVoice } from "@/lib/versions/mutations";
import { assetVersionsQuery } from "@/lib/versions/queries";
import { maxSeconds } from "@/lib/versions/sound";
import { PlayButton } from "./play-button";
import { useRecording } from "./use-recording";
import { useUndoFile } from "./use-undo-file";

interface OwnVoiceProps {
  asset: Asset;
  language: Language;
}

/** Records the name of a card in one language, with one's own voice. */
export function OwnVoice({ asset, language }: OwnVoiceProps) {
  const t = useTranslations("versions.voice");
  const problemText = useProblemText();
  const name = asset.names[language] ?? "";
  const path = asset.texts[language]?.speech_path ?? null;
  const of = { piece: "speech", language } as const;
  const versions = useQuery(assetVersionsQuery(asset.draft_id, asset.id, of, path));
  const current = versions.data?.items.find(({ is_current }) => is_current);
  const isOwn = current?.seed === null;
  const add = useAddOwnFile(asset.draft_id, asset.id);
  const remove = useRemoveOwnVoice(asset.draft_id, asset.id);
  const tell = useUndoFile(asset.draft_id, asset.id, of);
  const { recording, fault, start, stop, reset } = useRecording();

  const handleKeep = async (file: Blob) => {
    await add.mutateAsync({ file, language }).then(
      () => {
        reset();
        tell(t("done", { name }), path, () => remove.mutateAsync(language));
      },
      // Said below.
      () => {},
    );
  };
  const handleRemove = () => remove.mutate(language, { onSuccess: () => tell(t("removed", { name }), path) });
  const error = add.error ?? remove.error;
  const refused = error instanceof Problem ? error.errors[0]?.message : null;
  const known = refused === "wrong_length" || refused === "unreadable" ? refused : fault;
  return (
    <section aria-label={t("title")} className="flex flex-col items-start gap-3">
      {known ? <FormError>{t(known)}</FormError> : error ? <FormError>{problemText(error)}</FormError> : null}
      {recording.step === "recording" ? (
        <InProgress name={name} startedAt={recording.startedAt} onStop={stop} onCancel={reset} />
      ) : null}
      {recording.step === "review" ? (
        <div className="flex flex-wrap items-center gap-2">
          <p role="status" className="w-full font-bold">
            {t("review")}
          </p>
          <PlayButton url={recording.take.url} label={name} />
          <Button busy={add.isPending} onClick={() => handleKeep(recording.take.sound)}>
            <Check aria-hidden="true" />
            {t("keep")}
          </Button>
          <Button variant="quiet" onClick={start}>
            <RotateCcw aria-hidden="true" />
            {t("again")}
          </Button>
          <Button variant="quiet" onClick={reset}>
            {t("cancel")}
          </Button>
        </div>
      ) : null}
      {recording.step === "idle" ? (
        <>
          {isOwn ? (
            <p className="flex gap-2 rounded-2xl bg-leaf-wash px-4 py-2.5 text-leaf-ink">
              <UserRound aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
              {t("isOwn")}
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            {current?.url ? <PlayButton url={current.url} label={name} /> : null}
            <Button variant="secondary" onClick={start} className="h-auto min-h-11 whitespace-normal py-2">
              <Mic aria-hidden="true" />
              {isOwn ? t("again") : t("record", { name })}
            </Button>
            {isOwn ? (
              <Button variant="quiet" busy={remove.isPending} onClick={handleRemove}>
                <Trash2 aria-hidden="true" />
                {t("remove")}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  );
}

interface InProgressProps {
  name: string;
  startedAt: number;
  onStop: () => void;
  onCancel: () => void;
}

const tickMs = 100;

function InProgress({ name, startedAt, onStop, onCancel }: InProgressProps) {
  const t = useTranslations("versions.voice");
  const [now, setNow] = useState(startedAt);
  // Follows the clock of the page.
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="flex w-full flex-col gap-3 rounded-3xl bg-berry-wash p-4">
      <p role="status" className="flex items-center gap-2 font-bold text-berry">
        <span aria-hidden="true" className="size-3 animate-breathe rounded-full bg-danger" />
        {t("recording", { name })}
      </p>
      <Meter value={100 - (now - startedAt) / (maxSeconds * 10)} label={t("left")} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={onStop}>
          <Square aria-hidden="true" className="fill-current" />
          {t("stop")}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
