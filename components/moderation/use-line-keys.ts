"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo } from "react";
import { isTyping } from "@/components/site/key-targets";
import { useLetterKeys } from "@/components/site/letter-keys";
import { useKeyHelp } from "@/components/site/page-keys";

/** What a letter does to the line with the focus, by its id. */
export type LineKeys = Partial<Record<"h" | "d" | "r", (id: string) => void>>;

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const links = () => [...document.querySelectorAll<HTMLElement>("[data-line] [data-here]")];
const lineOf = (element: Element | null) =>
  element?.closest<HTMLElement>("[data-line]")?.dataset.line ?? null;

/** Keys of a list of the staff: j and k move, Enter looks, and letters decide; their lines are on the sheet that `?` opens. */
export function useLineKeys(letters: LineKeys): void {
  const t = useTranslations("staff.keys");
  const [areOn] = useLetterKeys();
  const known = (["h", "d", "r"] as const).filter((letter) => letters[letter]).join("");
  const rows = useMemo(
    () => [
      { keys: ["J", "K"], text: t("move") },
      { keys: ["↵"], text: t("look") },
      ...[...known].map((letter) => ({ keys: [letter.toUpperCase()], text: t(letter as "h" | "d" | "r") })),
    ],
    [t, known],
  );
  useKeyHelp(rows);

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const here = lineOf(document.activeElement);
    const step = steps[event.key];
    if (step !== undefined) {
      // Arrows scroll, until somebody is in the list.
      if (event.key.startsWith("Arrow") ? here === null : !areOn) return;
      const all = links();
      const at = all.findIndex((link) => lineOf(link) === here);
      const next = all[at === -1 ? 0 : at + step];
      if (!next) return;
      event.preventDefault();
      return next.focus();
    }
    const act = areOn && here !== null ? letters[event.key as keyof LineKeys] : undefined;
    if (!act || here === null) return;
    event.preventDefault();
    act(here);
  });

  // Listens before the keys of the whole site, which leave alone what is taken here.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
