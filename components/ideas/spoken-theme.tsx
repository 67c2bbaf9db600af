"use client";

import { LoaderCircle, Mic, Square, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Problem } from "@/lib/problem";
import { VoiceProblem } from "@/lib/versions/record-voice";
import { useSpokenTheme } from "./use-spoken-theme";

/** A theme said instead of typed. What was typed stays when nobody can write it down. */
export function SpokenTheme({ onHear }: { onHear: (theme: string) => void }) {
  const t = useTranslations("newDraft.voice");
  const tVoice = useTranslations("versions.voice");
  const problemText = useProblemText();
  const { spoken, start, stop, cancel } = useSpokenTheme(onHear);
  const problem = spoken.step === "idle" ? spoken.problem : null;
  const sayProblem = () => {
    if (problem === null) return null;
    if (problem === "nothing") return tVoice("nothing_heard");
    if (problem instanceof VoiceProblem) return tVoice(problem.fault);
    if (problem instanceof Problem && problem.code === "model_not_configured") return t("noModel");
    return t("failed", { reason: problemText(problem) });
  };
  return (
    <>
      {spoken.step === "listening" ? (
        <span className="flex gap-2">
          <Button onClick={stop} className="h-12">
            <Square aria-hidden="true" className="fill-current" />
            {t("stop")}
          </Button>
          <Button variant="quiet" size="icon" onClick={cancel} aria-label={t("cancel")} className="size-12">
            <X aria-hidden="true" />
          </Button>
        </span>
      ) : (
        <Button
          variant="secondary"
          onClick={start}
          busy={spoken.step === "opening" || spoken.step === "writing"}
          className="h-12"
        >
          {spoken.step === "writing" ? (
            <LoaderCircle aria-hidden="true" className="animate-spin" />
          ) : (
            <Mic aria-hidden="true" />
          )}
          {t("start")}
        </Button>
      )}
      <p role="status" className="w-full font-semibold text-sm empty:hidden">
        {spoken.step === "listening" ? (
          <span className="flex items-center gap-2 text-berry">
            <span aria-hidden="true" className="size-3 shrink-0 animate-breathe rounded-full bg-danger" />
            {t("listening")}
          </span>
        ) : spoken.step === "writing" ? (
          t("writing")
        ) : (
          sayProblem()
        )}
      </p>
    </>
  );
}
