import { Eye, EyeOff, Flag, Heart, type LucideIcon, MessageCircleHeart } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Thumbnail } from "@/components/drafts/thumbnail";
import { Ago } from "@/components/jobs/times";
import { Badge, type Tone } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button-variants";
import { type MyReport, outcomeOf } from "@/lib/reports/schema";
import { Nothing } from "./staff-page";

const looks: Record<ReturnType<typeof outcomeOf>, { tone: Tone; Sign: LucideIcon }> = {
  open: { tone: "sun", Sign: Eye },
  upheld: { tone: "leaf", Sign: EyeOff },
  again: { tone: "sea", Sign: MessageCircleHeart },
  dismissed: { tone: "plain", Sign: Heart },
};

interface MyReportsProps {
  reports: MyReport[];
  /** From 1. */
  page: number;
  isLast: boolean;
}

/** What somebody reported, the latest first, and what came of each. */
export function MyReports({ reports, page, isLast }: MyReportsProps) {
  const t = useTranslations("myReports");
  if (reports.length === 0 && page === 1)
    return <Nothing icon={<Flag aria-hidden="true" />} title={t("none")} text={t("noneText")} />;
  return (
    <>
      <ol aria-label={t("list")} className="flex flex-col gap-3">
        {reports.map((report) => (
          <MyReportItem key={report.id} report={report} />
        ))}
      </ol>
      {page > 1 || !isLast ? (
        <nav aria-label={t("pages")} className="flex justify-center gap-3">
          {page > 1 ? (
            <a href={`?page=${page - 1}`} className={buttonVariants({ variant: "secondary", size: "sm" })}>
              {t("before")}
            </a>
          ) : null}
          {isLast ? null : (
            <a href={`?page=${page + 1}`} className={buttonVariants({ variant: "secondary", size: "sm" })}>
              {t("next")}
            </a>
          )}
        </nav>
      ) : null}
    </>
  );
}

function MyReportItem({ report }: { report: MyReport }) {
  const t = useTranslations("myReports");
  const tReasons = useTranslations("staff.reasons");
  const name = report.names[useLocale()] ?? report.name;
  const outcome = outcomeOf(report);
  const { tone, Sign } = looks[outcome];
  return (
    <li
      aria-label={name}
      className="flex flex-col gap-4 rounded-card bg-surface p-4 shadow-card sm:flex-row sm:p-5"
    >
      <Thumbnail
        url={report.thumbnail_url}
        theme=""
        className="size-20 shrink-0 self-start rounded-2xl sm:size-24"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h2 className="wrap-anywhere text-xl leading-tight">{name}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-soft text-sm">
          <Badge tone={tone}>
            <Sign aria-hidden="true" />
            {t(`outcomes.${outcome}.name`)}
          </Badge>
          <span>
            {t("reported")} <Ago at={report.created_at} />
          </span>
          {report.decided_at ? (
            <span>
              {t("decided")} <Ago at={report.shown_again_at ?? report.decided_at} />
            </span>
          ) : null}
        </p>
        <p>{t(`outcomes.${outcome}.text`)}</p>
        <figure className="rounded-2xl bg-sunken px-4 py-3">
          <figcaption className="text-ink-soft text-sm">
            {t("words")} · {tReasons(report.reason)}
          </figcaption>
          {report.details ? <blockquote className="wrap-anywhere">{report.details}</blockquote> : null}
        </figure>
        {report.slug ? (
          <a
            href={`/u/${report.slug}`}
            className={buttonVariants({ variant: "secondary", size: "sm", className: "self-start" })}
          >
            {t("look")}
          </a>
        ) : null}
      </div>
    </li>
  );
}
