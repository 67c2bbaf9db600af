import { ExternalLink, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { embedCode } from "@/lib/sharing/embed-code";
import { drawQr } from "@/lib/sharing/qr";
import { CopyField } from "./copy-field";
import { QrCode } from "./qr-code";
import { SaveQr } from "./save-qr";
import { useCopyWords } from "./use-copy-words";

interface SharePanelProps {
  /** Where the studio is. */
  origin: string;
  slug: string;
  name: string;
}

/** All ways to bring a universe to children: its link, a QR code, a place on a website, paper. */
export function SharePanel({ origin, slug, name }: SharePanelProps) {
  const t = useTranslations("sharing");
  const words = useCopyWords();
  const address = new URL(`/u/${slug}`, origin).href;
  return (
    <div className="grid gap-6 md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <Part title={t("qr")} text={t("qrText")}>
        <QrCode
          text={address}
          label={t("qrLabel", { address })}
          className="w-full max-w-80 self-center rounded-2xl border border-line"
        />
        <SaveQr label={t("qrSave")} code={drawQr(address)} fileName={`${slug}.png`} />
      </Part>
      <div className="flex flex-col gap-6 *:w-full">
        <Part title={t("link")} text={t("text")}>
          <CopyField words={words} label={t("linkLabel")} value={address} />
          <a href={`/u/${slug}`} className={buttonVariants()}>
            <ExternalLink aria-hidden="true" />
            {t("view")}
          </a>
        </Part>
        <Part title={t("print")} text={t("printText")}>
          <a href={`/u/${slug}/print`} className={buttonVariants({ variant: "secondary" })}>
            <Printer aria-hidden="true" />
            {t("printOpen")}
          </a>
        </Part>
        <Part title={t("embed")} text={t("embedText")}>
          <CopyField
            words={words}
            label={t("embedLabel")}
            value={embedCode({ origin, slug, name })}
            rows={4}
          />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 self-start rounded-card bg-surface p-5 shadow-card max-md:w-full">
      <h2 className="text-2xl">{title}</h2>
      <p className="text-ink-soft">{text}</p>
      {children}
    </section>
  );
}
