import { useFormatter, useTranslations } from "next-intl";
import type { Usage } from "@/lib/account/settings-schema";

interface MonthTableProps {
  months: Usage["months"];
  perUniverse: number;
}

/** What each of the last months took, in credits and in universes of the usual size. */
export function MonthTable({ months, perUniverse }: MonthTableProps) {
  const t = useTranslations("accountPage.usage");
  const format = useFormatter();
  const number = "py-2.5 text-right tabular-nums";
  return (
    <table className="w-full">
      <caption className="pb-1 text-left font-bold">{t("months")}</caption>
      <thead>
        <tr className="border-line border-b text-ink-soft text-sm">
          <th scope="col" className="py-2 text-left font-semibold">
            {t("month")}
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            {t("credits")}
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            {t("universes")}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, credits }) => (
          <tr key={month} className="border-line border-b last:border-0">
            <th scope="row" className="py-2.5 text-left font-semibold">
              {format.dateTime(new Date(`${month}-01T00:00:00Z`), { month: "long", year: "numeric" })}
            </th>
            <td className={number}>{format.number(credits)}</td>
            <td className={number}>
              {format.number(credits / Math.max(1, perUniverse), { maximumFractionDigits: 1 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
