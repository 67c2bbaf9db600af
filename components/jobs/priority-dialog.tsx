"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { ActionJob } from "./job-actions";
import { PriorityChoice } from "./priority-choice";

interface PriorityDialogProps {
  jobs: (ActionJob & { priority?: number })[];
  onClose: () => void;
  onChoose: (jobs: ActionJob[], priority: number) => void;
}

/** Where some jobs stand among the others of their person. */
export function PriorityDialog({ jobs, onClose, onChoose }: PriorityDialogProps) {
  const t = useTranslations("admin.priority");
  const [priority, setPriority] = useState(jobs.length === 1 ? (jobs[0]?.priority ?? 5) : 5);
  const handleSubmit = () => {
    onChoose(jobs, priority);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        title={t("title")}
        description={t("text", { count: jobs.length })}
        closeLabel={t("close")}
        initialFocus={() => document.querySelector<HTMLElement>("input[name=priority]:checked")}
      >
        <form
          className="flex flex-col gap-5"
          onKeyDown={(event) => {
            // A digit chooses; 0 stands for ten.
            if (/^\d$/.test(event.key)) setPriority(Number(event.key) || 10);
          }}
          onSubmit={(event) => {
            event.preventDefault();
            handleSubmit();
          }}
        >
          <PriorityChoice value={priority} onChange={setPriority} />
          <Button type="submit" className="self-end">
            {t("save")}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
