"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";

/** Stands for what could not be read, with a way to try again. */
export function Unread({ error, onRetry, busy }: { error: unknown; onRetry: () => void; busy: boolean }) {
  const t = useTranslations("accountPage");
  const problemText = useProblemText();
  return (
    <div className="flex flex-col items-start gap-3">
      <FormError>{problemText(error)}</FormError>
      <Button variant="secondary" onClick={onRetry} busy={busy}>
        <RotateCcw aria-hidden="true" />
        {t("again")}
      </Button>
    </div>
  );
}
