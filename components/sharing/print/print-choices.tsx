import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { type PrintView, perSheet } from "@/lib/sharing/print-view";
import type { Universe } from "@/lib/universes/schema";
import { PrintButton } from "./print-button";
import { PrintForm } from "./print-form";

interface PrintChoicesProps {
  view: PrintView;
  universe: Universe;
  name: string;
  sheetCount: number;
}

const field = "min-h-11 rounded-xl border border-line-strong bg-surface px-3";

/** What may be chosen before printing. It stands in the address, needs no script, and does not come out of the printer. */
export function PrintChoices({ view, universe, name, sheetCount }: PrintChoicesProps) {
  const t = useTranslations("printing");
  const tLanguage = useTranslations("account.languages");
  const { slug, languages } = universe;
  const boxes = [
    ["lines", view.hasLines, t("lines")],
    ["pale", view.isPale, t("outline")],
    ["qr", view.hasQr, t("qr")],
  ] as const;
  const offered = languages.map((code) => (
    <option key={code} value={code} lang={code}>
      {tLanguage(code)}
    </option>
  ));
  return (
    <header className="mx-auto flex w-full max-w-[210mm] flex-col gap-4 print:hidden">
      <a
        href={`/u/${slug}`}
        className="-ml-2 flex h-11 items-center gap-1.5 self-start rounded-full px-2 font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {t("back")}
      </a>
      <h1 className="text-3xl wrap-anywhere sm:text-4xl">{t("title", { name })}</h1>
      <PrintForm className="flex flex-wrap items-end gap-x-5 gap-y-3 rounded-card bg-surface p-4 shadow-card">
        <input type="hidden" name="chosen" value="1" />
        <Labelled label={t("first")}>
          <select name="first" defaultValue={view.first} className={field}>
            {offered}
          </select>
        </Labelled>
        <Labelled label={t("second")}>
          <select name="second" defaultValue={view.second ?? ""} className={field}>
            <option value="">{t("none")}</option>
            {offered}
          </select>
        </Labelled>
        <Labelled label={t("perPage")}>
          <select name="per" defaultValue={view.per} className={field}>
            {perSheet.map((count) => (
              <option key={count} value={count}>
                {t("perPageCount", { count })}
              </option>
            ))}
          </select>
        </Labelled>
        <div className="flex flex-wrap gap-x-5">
          {boxes.map(([key, isOn, label]) => (
            <label key={key} className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
              <input type="checkbox" name={key} defaultChecked={isOn} className="size-5 accent-berry" />
              {label}
            </label>
          ))}
        </div>
        <noscript>
          <button type="submit" className={buttonVariants({ variant: "secondary" })}>
            {t("show")}
          </button>
        </noscript>
      </PrintForm>
      <div className="flex flex-wrap items-center gap-4">
        <PrintButton label={t("print")} />
        <p role="status" className="font-semibold text-ink-soft">
          {t("sheets", { count: sheetCount })}
        </p>
      </div>
    </header>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="flex flex-col gap-1">
      <span className="font-bold text-sm">{label}</span>
      {children}
    </label>
  );
}
