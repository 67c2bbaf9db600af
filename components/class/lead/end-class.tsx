"use client";

import { DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toasts } from "@/components/ui/toast";
import { useEndRoom } from "@/lib/class/mutations";

/** Sends all screens home. It is asked about once, since the letters cannot be had back. */
export function EndClass({ code, onEnd }: { code: string; onEnd: () => void }) {
  const t = useTranslations("class.lead");
  const problemText = useProblemText();
  const [isOpen, setOpen] = useState(false);
  const end = useEndRoom(code);
  const handleEnd = () =>
    end.mutate(undefined, {
      onSuccess: onEnd,
      onError: (error) => toasts.add({ title: problemText(error), type: "error" }),
    });
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger
        render={
          <Button variant="quiet" size="sm" aria-label={t("end")} className="max-sm:px-2.5">
            <DoorOpen aria-hidden="true" />
            <span className="max-sm:sr-only">{t("end")}</span>
          </Button>
        }
      />
      <DialogContent title={t("endTitle")} description={t("endText")} closeLabel={t("close")}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Button variant="secondary" size="lg" onClick={() => setOpen(false)}>
            {t("keep")}
          </Button>
          <Button variant="danger" size="lg" busy={end.isPending} onClick={handleEnd}>
            {t("end")}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}
