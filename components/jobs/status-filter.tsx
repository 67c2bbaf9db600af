import Link from "next/link";
import { useTranslations } from "next-intl";
import { type JobStatus, jobStatuses } from "@/lib/contract/statuses";

/** The filter is in the address, so that it can be sent to somebody. */
export function StatusFilter({ status }: { status: JobStatus | null }) {
  const t = useTranslations("admin");
  const choices: { value: JobStatus | null; label: string }[] = [
    { value: null, label: t("all") },
    ...jobStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
  ];
  return (
    <nav
      aria-label={t("filter")}
      className="-mx-4 mb-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {choices.map(({ value, label }) => (
        <Link
          key={label}
          href={value ? { pathname: "/admin", query: { status: value } } : "/admin"}
          aria-current={value === status ? "page" : undefined}
          className="flex h-11 shrink-0 items-center rounded-full border border-line bg-surface px-4 font-bold text-ink-soft hover:bg-sunken aria-[current=page]:border-sun aria-[current=page]:bg-sun-wash aria-[current=page]:text-sun-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
