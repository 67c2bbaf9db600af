"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { JobStatistics } from "@/lib/jobs/statistics-schema";
import { Took, Until } from "./times";

/** Who works on what right now, and until when each lease is held. */
export function Workers({ workers }: Pick<JobStatistics, "workers">) {
  const t = useTranslations("admin.workers");
  const jobs = workers.reduce((sum, worker) => sum + worker.jobs, 0);
  if (workers.length === 0)
    return (
      <section className="rounded-card bg-surface px-4 py-3 shadow-card lg:w-96">
        <h2 className="mb-1 font-bold font-sans text-ink-soft text-sm">{t("title")}</h2>
        <p className="text-ink-soft text-sm">{t("none")}</p>
      </section>
    );
  return (
    <section className="rounded-card bg-surface shadow-card lg:w-96">
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center justify-between gap-3 rounded-card px-4 py-3 [&::-webkit-details-marker]:hidden">
          <span>
            <span className="block font-bold text-ink-soft text-sm">{t("title")}</span>
            <span className="font-semibold">{t("sum", { workers: workers.length, jobs })}</span>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-5 text-ink-soft transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="max-h-56 overflow-y-auto px-4 pb-3" tabIndex={-1}>
          <table className="w-full text-sm">
            <thead>
              <tr className="text-left text-ink-soft">
                <th className="py-1 pr-2 font-bold">{t("name")}</th>
                <th className="px-2 py-1 text-right font-bold">{t("jobs")}</th>
                <th className="px-2 py-1 text-right font-bold">{t("oldest")}</th>
                <th className="py-1 pl-2 text-right font-bold">{t("lease")}</th>
              </tr>
            </thead>
            <tbody>
              {workers.map((worker) => (
                <tr key={worker.name ?? ""} className="border-line border-t">
                  <th scope="row" className="wrap-anywhere py-1.5 pr-2 text-left font-semibold">
                    {worker.name === "provider" ? t("provider") : worker.name}
                  </th>
                  <td className="px-2 text-right tabular-nums">{worker.jobs}</td>
                  <td className="whitespace-nowrap px-2 text-right">
                    <Took from={worker.oldest_started_at} to={null} />
                  </td>
                  <td className="whitespace-nowrap pl-2 text-right tabular-nums">
                    {worker.lease_expires_at ? (
                      <Until at={worker.lease_expires_at} past={(span) => t("over", { span })} />
                    ) : (
                      "–"
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
