"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";

const undoForMs = 8000;

interface Undoable {
  id: string;
  /** What the notice says, and what it says when it could not be done. */
  title: string;
  failure: string;
  run: () => Promise<unknown>;
}

/** Takes rows out of sight at once and ends them for good when the time to undo has passed or the page is left. */
export function useUndoable() {
  const t = useTranslations("members");
  const problemText = useProblemText();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, () => void>());
  const show = (id: string) => setHidden((ids) => new Set([...ids].filter((one) => one !== id)));

  const end = ({ id, title, failure, run }: Undoable) => {
    setHidden((ids) => new Set(ids).add(id));
    let isUndone = false;
    const finish = () => {
      if (!waiting.current.delete(id) || isUndone) return;
      // By then the list was read anew; somebody who comes back later must not stay hidden.
      run().then(
        () => show(id),
        (error: unknown) => {
          show(id);
          toasts.add({ title: failure, description: problemText(error), type: "error" });
        },
      );
    };
    waiting.current.set(id, finish);
    const toastId = toasts.add({
      title,
      timeout: undoForMs,
      onClose: finish,
      actionProps: {
        children: t("undo"),
        onClick: () => {
          isUndone = true;
          show(id);
          toasts.close(toastId);
        },
      },
    });
  };

  // Leaving the page is the end of the time to undo.
  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const finish of [...all.values()]) finish();
    };
    window.addEventListener("pagehide", finishAll);
    return () => {
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, []);

  return { hidden, end };
}
