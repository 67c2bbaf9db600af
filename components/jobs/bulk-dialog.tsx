"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { type Bulk, bulkActions } from "@/lib/jobs/control-schema";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { bulkCountQuery } from "@/lib/jobs/queries";
import { problemCode } from "@/lib/problem";
import { BulkProgress } from "./bulk-progress";
import { PriorityChoice } from "./priority-choice";
import { useBulkRun } from "./use-bulk-run";

interface BulkDialogProps {
  filter: DashboardFilter;
  /** How many jobs fit the filter, up to 10,001. */
  total: number;
  onClose: () => void;
}

const mostCounted = 10_000;

/** Whoever looks at failures most likely wants them run again; at what waits or runs, stopped. */
function likelyAction({ status = [], stuck }: DashboardFilter): Bulk["action"] {
  const isOpen =
    stuck || (status.length > 0 && status.every((each) => each === "pending" || each === "processing"));
  return isOpen ? "cancel" : "retry";
}

/** Does one thing to all jobs of the list: choose, see how many it would touch, run, stop. */
export function BulkDialog({ filter, total, onClose }: BulkDialogProps) {
  const t = useTranslations("admin.bulk");
  const tAction = useTranslations("admin.actions");
  const tError = useTranslations("errors");
  const format = useFormatter();
  const [action, setAction] = useState<Bulk["action"]>(likelyAction(filter));
  const [priority, setPriority] = useState(5);
  const { progress, start, stop } = useBulkRun();
  const bulk: Bulk = { action, filter, ...(action === "reprioritise" ? { priority } : {}) };
  const count = useQuery({ ...bulkCountQuery(bulk), enabled: progress === null });
  const matched = count.data?.matched ?? 0;
  const amount = matched > mostCounted ? t("more", { count: mostCounted }) : format.number(matched);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        title={t("title")}
        description={isFiltered ? t("text") : t("textAll")}
        closeLabel={t("close")}
      >
        {progress ? (
          <BulkProgress
            progress={progress}
            action={action}
            matched={matched}
            onStop={stop}
            onClose={onClose}
          />
        ) : (
          <form
            className="flex flex-col gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              start(bulk);
            }}
          >
            <fieldset>
              <legend className="mb-2 font-bold">{t("what")}</legend>
              <div className="grid gap-2 sm:grid-cols-3">
                {bulkActions.map((value) => (
                  <label
                    key={value}
                    className="flex min-h-11 cursor-pointer items-center gap-3 rounded-2xl border border-line-strong px-3 font-semibold hover:bg-sunken has-checked:border-berry has-checked:bg-berry-wash"
                  >
                    <input
                      type="radio"
                      name="action"
                      value={value}
                      checked={action === value}
                      onChange={() => setAction(value)}
                      className="size-4.5 shrink-0 accent-berry"
                    />
                    {tAction(value)}
                  </label>
                ))}
              </div>
            </fieldset>
            {action === "reprioritise" ? <PriorityChoice value={priority} onChange={setPriority} /> : null}
            <p role="status" className="min-h-12 rounded-2xl bg-sunken px-4 py-3 font-semibold">
              {count.isError ? tError(problemCode(count.error)) : null}
              {count.isPending && !count.isError ? t("counting") : null}
              {count.data ? t(`would.${action}`, { count: matched, amount }) : null}
              {count.data && matched <= mostCounted && total > matched && total <= mostCounted
                ? ` ${t("cannot", { count: total - matched })}`
                : null}
            </p>
            <div className="flex flex-wrap justify-end gap-3">
              <Button variant="quiet" onClick={onClose}>
                {t("back")}
              </Button>
              <Button type="submit" disabled={matched === 0}>
                {t(`run.${action}`, { count: matched, amount })}
              </Button>
            </div>
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}
