"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ownZone } from "@/lib/i18n/own-zone";
import { type Category, categories } from "@/lib/moderation/categories";
import { Problem, problemCode } from "@/lib/problem";

/** Words that are not for children are refused with what they were refused for. */
const isCategory = (word: string): word is Category => categories.some((category) => category === word);

/** The words for anything that was thrown, with the time from which it may be tried again where that is known. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations("errors");
  const tAgain = useTranslations("again");
  const tModeration = useTranslations("moderation");
  const format = useFormatter();
  return (error) => {
    const text = t(problemCode(error));
    if (!(error instanceof Problem)) return text;
    if (error.code === "prompt_blocked") {
      const found = error.errors.map(({ message }) => message).find(isCategory);
      return found ? tModeration(found) : text;
    }
    if (!error.retryAt) return text;
    return `${text} ${tAgain("from", { moment: formatMoment(error.retryAt, format) })}`;
  };
}

/** The time of day of a moment within the next day, else its date, where the reader is. Nothing for the server to render. */
export function formatMoment(iso: string, format: ReturnType<typeof useFormatter>): string {
  const moment = new Date(iso);
  const isSoon = moment.getTime() - Date.now() < 20 * 3600_000;
  const shape = isSoon ? ({ timeStyle: "short" } as const) : ({ dateStyle: "medium" } as const);
  return format.dateTime(moment, { ...shape, timeZone: ownZone() });
}
