"use client";

import { useEffect, useEffectEvent } from "react";
import { useLetterKeys } from "@/components/site/letter-keys";
import { searchFieldSelector } from "@/components/site/search-field";
import type { StaffJob } from "@/lib/jobs/schema";
import type { ActionJob, JobActions } from "./job-actions";
import type { Selection } from "./use-selection";
import { openJob } from "./use-view";

interface JobKeysOptions {
  jobs: StaffJob[];
  openId: string | null;
  /** The job in the panel, also when the list does not show it. */
  openedJob: ActionJob | null;
  actions: JobActions | null;
  selection: Selection | null;
}

const linkOf = (jobId: string) => document.querySelector<HTMLElement>(`tr[data-job="${jobId}"] a`);

/** True where keys write text, or belong to a menu or to a dialog that is not the panel. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("textarea, select, [role=menu], [role=listbox]"))
    return true;
  const input = target.closest("input");
  if (input && input.type !== "checkbox") return true;
  return target.closest("[role=dialog]:not([data-side-panel])") !== null;
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * Keys of the dashboard: j and k, or arrows, move; Enter on a row's link opens, and the panel closes by itself on Escape; r, c, p and x change
 * and mark, for admins; / searches. A marked set goes before the row with the focus.
 */
export function useJobKeys({ jobs, openId, openedJob, actions, selection }: JobKeysOptions): void {
  const [areOn] = useLetterKeys();

  const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-job]")?.dataset.job ?? null;

  const move = (event: KeyboardEvent, step: number) => {
    const isInList = focusedId() !== null;
    // Arrows scroll, until somebody is in the list.
    if (event.key.startsWith("Arrow") && !isInList) return;
    const hereId = focusedId() ?? openId;
    const at = jobs.findIndex(({ id }) => id === hereId);
    const next = jobs[at === -1 ? 0 : at + step];
    if (!next) return;
    event.preventDefault();
    const link = linkOf(next.id);
    if (isInList || openId === null) link?.focus();
    else link?.scrollIntoView({ block: "nearest" });
    if (openId !== null) openJob(next.id);
  };

  const targets = (): ActionJob[] => {
    const marked = jobs.filter(({ id }) => selection?.ids.has(id));
    if (marked.length > 0) return marked;
    const job = jobs.find(({ id }) => id === focusedId()) ?? openedJob;
    return job ? [job] : [];
  };

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTaken(event.target)) return;
    const step = steps[event.key];
    if (step !== undefined && (areOn || event.key.startsWith("Arrow"))) return move(event, step);
    if (!areOn) return;
    if (event.key === "/") {
      event.preventDefault();
      return document.querySelector<HTMLInputElement>(searchFieldSelector)?.focus();
    }
    if (!actions || !selection) return;
    if (event.key === "x") {
      const id = focusedId();
      if (id) selection.toggle(id);
      return;
    }
    const act = { r: actions.retry, c: actions.cancel, p: actions.reprioritise }[event.key];
    const chosen = targets();
    if (!act || chosen.length === 0) return;
    event.preventDefault();
    act(chosen);
  });

  // Listens before the keys of the whole site, which leave alone what is taken here.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
