"use client";

import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { type JobType, jobTypes } from "@/lib/contract/jobs";
import { usePauseJobs } from "@/lib/jobs/mutations";
import { problemCode } from "@/lib/problem";

/** Whose jobs to hold back; null asks what instead. */
export type PausedPerson = { id: string; email: string } | null;

/** Holds back one type, everything, or the jobs of one person. */
export function PauseDialog({ person, onClose }: { person: PausedPerson; onClose: () => void }) {
  const t = useTranslations("admin.pauses");
  const tType = useTranslations("admin.types");
  const tError = useTranslations("errors");
  const [what, setWhat] = useState<JobType | "everything">("generate_image");
  const [reason, setReason] = useState("");
  const pause = usePauseJobs();

  const handleSubmit = () => {
    const scope = person ? { user_id: person.id } : what === "everything" ? {} : { type: what };
    pause.mutate(
      { ...scope, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: onClose,
        onError: (error) => toasts.add({ title: tError(problemCode(error)), type: "error" }),
      },
    );
  };
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        title={person ? t("titlePerson", { email: person.email }) : t("title")}
        description={t("text")}
        closeLabel={t("close")}
      >
        <form
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            handleSubmit();
          }}
        >
          {person ? null : (
            <fieldset>
              <legend className="mb-2 font-bold">{t("what")}</legend>
              <div className="grid gap-2 sm:grid-cols-2">
                {[...jobTypes.filter((type) => type !== "generate_universe"), "everything" as const].map(
                  (value) => (
                    <label
                      key={value}
                      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-2xl border border-line-strong px-3 font-semibold hover:bg-sunken has-checked:border-berry has-checked:bg-berry-wash"
                    >
                      <input
                        type="radio"
                        name="what"
                        value={value}
                        checked={what === value}
                        onChange={() => setWhat(value)}
                        className="size-4.5 accent-berry"
                      />
                      {value === "everything" ? t("everythingChoice") : tType(value)}
                    </label>
                  ),
                )}
              </div>
            </fieldset>
          )}
          <Field name="reason" label={t("why")} hint={t("whyHint")}>
            <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button type="submit" busy={pause.isPending} className="self-end">
            <CirclePause aria-hidden="true" />
            {t("action")}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
