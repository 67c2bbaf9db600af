"use client";

import { HeartHandshake } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Field, TextArea } from "@/components/ui/field";
import { problemCode } from "@/lib/problem";
import { useReportUniverse } from "@/lib/reports/mutations";
import type { Report } from "@/lib/reports/schema";

type Reason = Report["reason"];

const first = ["not_for_children", "wrong", "other"] as const satisfies readonly Reason[];
/** What is behind "something else". */
const others = ["personal", "copied", "other"] as const satisfies readonly Reason[];

/** An adult says what is wrong with a universe: one of three, and a few words. */
export function ReportForm({ slug }: { slug: string }) {
  const t = useTranslations("report");
  const problemText = useProblemText();
  const report = useReportUniverse(slug);
  const [reason, setReason] = useState<Reason | null>(null);
  const [details, setDetails] = useState("");
  const isOther = others.some((other) => other === reason);

  if (report.isSuccess)
    return (
      <div role="status" className="flex flex-col items-center gap-4 py-6 text-center">
        <HeartHandshake aria-hidden="true" className="size-14 text-leaf" />
        <h2 className="text-2xl">{t("done")}</h2>
        <p className="text-ink-soft">{t("doneText")}</p>
        <a href={`/u/${slug}`} className={buttonVariants({ variant: "secondary" })}>
          {t("back")}
        </a>
        <Link href="/account/reports" className={buttonVariants({ variant: "quiet" })}>
          {t("mine")}
        </Link>
      </div>
    );
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason || report.isPending) return;
    report.mutate({ reason, ...(details.trim() ? { details: details.trim() } : {}) });
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-bold text-lg">{t("what")}</legend>
        {first.map((one) => (
          <label
            key={one}
            className="flex min-h-16 cursor-pointer items-center gap-3 rounded-3xl border-2 border-line px-4 py-3 has-checked:border-berry has-checked:bg-berry-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name="reason"
              required
              checked={one === "other" ? isOther : reason === one}
              onChange={() => setReason(one)}
              className="size-5 shrink-0 accent-berry"
            />
            <span className="flex flex-col">
              <span className="font-bold">{t(`first.${one}.name`)}</span>
              <span className="text-ink-soft text-sm">{t(`first.${one}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isOther ? (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="mb-2 font-bold">{t("which")}</legend>
          {others.map((one) => (
            <label
              key={one}
              className="flex min-h-11 cursor-pointer items-center rounded-full border border-line-strong px-4 font-semibold has-checked:border-berry has-checked:bg-berry-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
            >
              <input
                type="radio"
                name="other"
                checked={reason === one}
                onChange={() => setReason(one)}
                className="sr-only"
              />
              {t(`others.${one}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <Field name="details" label={t("details")} hint={t("detailsHint")}>
        <TextArea value={details} maxLength={1000} onChange={(event) => setDetails(event.target.value)} />
      </Field>
      {report.error ? (
        <FormError>
          {problemCode(report.error) === "forbidden" ? t("own") : problemText(report.error)}
        </FormError>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={report.isPending}>
          {t("send")}
        </Button>
        <a href={`/u/${slug}`} className={buttonVariants({ variant: "quiet" })}>
          {t("back")}
        </a>
      </div>
    </form>
  );
}
