"use client";

import { useTranslations } from "next-intl";
import { setConsent, useConsent } from "@/lib/notices/consent";

/** Whether the browser tells on this device what has become of a universe. */
export function NoticeChoice() {
  const t = useTranslations("accountPage.notices");
  const consent = useConsent();
  const isPossible = consent === "on" || consent === "off";
  return (
    <div className="flex flex-col gap-1.5">
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          checked={consent === "on"}
          disabled={!isPossible}
          onChange={(event) => void setConsent(event.target.checked)}
          className="size-6 shrink-0 accent-berry"
        />
        {t("device")}
      </label>
      {consent === "blocked" || consent === "unsupported" ? (
        <p className="text-ink-soft text-sm">{t(consent)}</p>
      ) : null}
    </div>
  );
}
