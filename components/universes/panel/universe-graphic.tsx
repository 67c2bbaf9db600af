"use client";

import { Download, History, ImageIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fold } from "@/components/cards/panel/fold";
import { buttonVariants } from "@/components/ui/button-variants";
import { Picture } from "@/components/ui/picture";
import { UniverseVersions } from "@/components/versions/kept-versions";
import type { Language } from "@/lib/contract/languages";
import { type Graphic, graphicSizes } from "@/lib/universes/graphics";
import { MakeButton } from "./make-button";
import { OlderNotice } from "./older-notice";
import { RadioChips } from "./radio-chips";
import { useOpenedUniverse } from "./universe-editing";

/** The cover, the poster or the logo: as it is, in another size, as it was. */
export function UniverseGraphic({ graphic }: { graphic: Graphic }) {
  const { draft, canEdit, onBroken } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tPiece = useTranslations("pieces");
  const tVersions = useTranslations("versions");
  const tLanguages = useTranslations("account.languages");
  const url = draft[`${graphic}_url`];
  const path = draft[`${graphic}_path`];
  const sizes = graphicSizes[graphic];
  const [shape, setShape] = useState(sizes[0].shape);
  const size = sizes.find((one) => one.shape === shape) ?? sizes[0];
  const { width, height } = size;
  const [asked, setAsked] = useState<Language | null>(null);
  const [first] = draft.languages;
  // A language that the universe no longer has is not written on it.
  const language = asked && draft.languages.includes(asked) ? asked : first;
  const name = tPiece(graphic);
  const isOlder = draft.stale.includes(graphic);
  if (!canEdit && !url) return null;
  return (
    <article aria-label={name} className="flex flex-col gap-3 rounded-3xl border border-line p-3.5">
      <div className="flex items-start gap-3">
        {url ? (
          <Picture
            key={path}
            src={url}
            alt={name}
            onError={onBroken}
            width={1200}
            height={630}
            className="h-32 w-36 shrink-0 animate-rise rounded-2xl bg-sunken object-contain motion-reduce:animate-none"
          />
        ) : (
          <span className="grid h-32 w-36 shrink-0 place-items-center rounded-2xl bg-sunken text-ink-soft">
            <ImageIcon aria-hidden="true" className="size-10" />
          </span>
        )}
        <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
          <h4 className="font-bold font-sans text-base">{name}</h4>
          <p className="text-ink-soft text-sm leading-snug">{t(`graphicHints.${graphic}`)}</p>
          {url ? (
            <a href={url} download className={buttonVariants({ variant: "quiet", className: "-ml-3 px-3" })}>
              <Download aria-hidden="true" />
              {t("download")}
            </a>
          ) : null}
        </div>
      </div>
      {canEdit ? (
        <>
          <RadioChips
            legend={t("size")}
            chips={sizes.map((one) => ({
              value: one.shape,
              label: (
                <span className="flex flex-col leading-tight">
                  {t(`shapes.${one.shape}`)}{" "}
                  <span className="font-normal text-xs tabular-nums">
                    {t("pixels", { width: String(one.width), height: String(one.height) })}
                  </span>
                </span>
              ),
            }))}
            chosen={shape}
            onChange={setShape}
          />
          {language && draft.languages.length > 1 ? (
            <RadioChips
              legend={t("titleLanguage")}
              chips={draft.languages.map((value) => ({ value, label: tLanguages(value) }))}
              chosen={language}
              onChange={setAsked}
            />
          ) : null}
          {isOlder ? <OlderNotice>{t(`older.${graphic}`)}</OlderNotice> : null}
          <MakeButton
            piece={graphic}
            label={t(path ? `makeAgain.${graphic}` : `make.${graphic}`)}
            options={{ [graphic]: { width, height, language } }}
            isFirst={isOlder}
          />
          {path ? (
            <Fold title={tVersions("title")} icon={<History aria-hidden="true" />}>
              <UniverseVersions draft={draft} name={name} piece={graphic} />
            </Fold>
          ) : null}
        </>
      ) : null}
    </article>
  );
}
