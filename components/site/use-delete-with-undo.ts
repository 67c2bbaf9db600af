"use client";

import { useEffect, useRef, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";

const undoForMs = 8000;

/** What goes, by the name under which it is seen. */
export interface Leaving {
  id: string;
  name: string;
}

/** Brings back what was to go; nothing does it again. */
type Back = () => Promise<null>;

interface Deletion {
  /** Deletes one for good; the call outlives the page. */
  remove: (id: string) => Promise<unknown>;
  words: {
    undo: string;
    deleted: (name: string) => string;
    /** Where several can go at once. */
    deletedMany?: (count: number) => string;
    notDeleted: (name: string) => string;
  };
  /** The changes of the page, among which the way back is found too. */
  history?: {
    add: (back: Back) => void;
    forget: (back: Back) => void;
    undo: (back: Back) => Promise<boolean>;
  };
}

/**
 * Takes things out of sight at once and deletes them for good when the time to undo has passed or the page is left. Until
 * then they are as they were, with all that is theirs.
 */
export function useDeleteWithUndo({ remove: removeOne, words, history }: Deletion) {
  const problemText = useProblemText();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<() => Promise<boolean>>());

  const show = (ids: readonly string[]) =>
    setHidden((before) => new Set([...before].filter((id) => !ids.includes(id))));
  const removeForGood = async ({ id, name }: Leaving): Promise<boolean> => {
    try {
      await removeOne(id);
      return true;
    } catch (error) {
      toasts.add({ title: words.notDeleted(name), description: problemText(error), type: "error" });
      return false;
    } finally {
      // By now it has left the list, or came back to it.
      show([id]);
    }
  };

  const remove = (leaving: readonly Leaving[]) => {
    const [first] = leaving;
    if (!first) return;
    const ids = leaving.map(({ id }) => id);
    setHidden((before) => new Set([...before, ...ids]));
    const finish = async () => {
      if (!waiting.current.delete(finish)) return true;
      toasts.close(toastId);
      history?.forget(back);
      const ends = await Promise.all(leaving.map(removeForGood));
      return ends.every((isGone) => isGone);
    };
    const back: Back = async () => {
      waiting.current.delete(finish);
      show(ids);
      toasts.close(toastId);
      return null;
    };
    waiting.current.add(finish);
    history?.add(back);
    const toastId = toasts.add({
      title:
        words.deletedMany && leaving.length > 1
          ? words.deletedMany(leaving.length)
          : words.deleted(first.name),
      timeout: undoForMs,
      onClose: () => void finish(),
      actionProps: { children: words.undo, onClick: () => void (history ? history.undo(back) : back()) },
    });
  };
  /** Ends the time to undo; resolves to whether all that was to go is gone. */
  const finishAll = async (): Promise<boolean> => {
    const ends = await Promise.all([...waiting.current].map((finish) => finish()));
    return ends.every((isGone) => isGone);
  };

  // Leaving the page is the end of the time to undo.
  useEffect(() => {
    const all = waiting.current;
    const finishNow = () => {
      for (const finish of [...all]) void finish();
    };
    window.addEventListener("pagehide", finishNow);
    return () => {
      window.removeEventListener("pagehide", finishNow);
      finishNow();
    };
  }, []);

  return { hidden, remove, finishAll };
}
