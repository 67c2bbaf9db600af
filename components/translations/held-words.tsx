"use client";

import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";

/** As much of a refused change as is shown. */
interface HeldText {
  value: string | null;
  now?: string | null;
  problem: unknown;
  /** Of the text, where it is known. */
  language?: string | undefined;
}

interface HeldWordsProps<Held extends HeldText> {
  held: Held;
  /** Writes what the person had written over what stands there now. */
  onKeep: (held: Held) => void;
  onLetGo: (held: Held) => void;
}

/** What a person wrote and the studio did not take, with why, and the choice what is to count. */
export function HeldWords<Held extends HeldText>({ held, onKeep, onLetGo }: HeldWordsProps<Held>) {
  const t = useTranslations("words.held");
  const problemText = useProblemText();
  const { value, now, problem, language } = held;
  const isConflict = now !== undefined;
  return (
    <div role="alert" className="mt-1 flex flex-col gap-2 rounded-xl bg-danger-wash p-2 text-sm leading-snug">
      <p className="font-semibold text-danger">{isConflict ? t("conflict") : problemText(problem)}</p>
      {isConflict ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-2">
          <dt className="text-ink-soft">{t("mine")}</dt>
          <dd lang={language} className="wrap-anywhere font-bold">
            {value ?? "–"}
          </dd>
          <dt className="text-ink-soft">{t("now")}</dt>
          <dd lang={language} className="wrap-anywhere font-bold">
            {now ?? "–"}
          </dd>
        </dl>
      ) : null}
      <div className="flex flex-wrap gap-1.5">
        <Button variant="secondary" size="sm" onClick={() => onKeep(held)}>
          {isConflict ? t("keepMine") : t("again")}
        </Button>
        <Button variant="quiet" size="sm" onClick={() => onLetGo(held)}>
          {isConflict ? t("takeTheirs") : t("letGo")}
        </Button>
      </div>
    </div>
  );
}
