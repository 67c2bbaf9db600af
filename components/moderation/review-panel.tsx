"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Picture } from "@/components/ui/picture";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { reviewQuery } from "@/lib/reports/queries";
import type { StaffView } from "@/lib/reports/view";
import type { Card, Universe } from "@/lib/universes/schema";
import { lookAt } from "./use-staff-view";

/** All cards of a universe as children see it, or saw it, beside the list. */
export function ReviewPanel({ look }: Pick<StaffView, "look">) {
  const t = useTranslations("staff.review");
  const problemText = useProblemText();
  // While the panel goes away it still shows what it showed.
  const [shown, setShown] = useState(look);
  if (look && (look.slug !== shown?.slug || look.release !== shown.release)) setShown(look);
  const { data, error } = useQuery({
    ...reviewQuery(shown?.slug ?? "", shown?.release ?? null),
    enabled: look !== null,
  });
  const opener = () => document.querySelector<HTMLElement>(`[data-slug="${shown?.slug}"] [data-here]`);
  return (
    <SidePanel
      isOpen={look !== null}
      onClose={() => lookAt(null)}
      finalFocus={opener}
      closeLabel={t("close")}
      title={data?.name ?? t("title")}
    >
      <div className="flex flex-col gap-4 px-5 py-4">
        {data ? (
          <Cards universe={data} />
        ) : error ? (
          <FormError>{problemText(error)}</FormError>
        ) : (
          ["a", "b", "c"].map((key) => <Skeleton key={key} className="h-28" />)
        )}
      </div>
    </SidePanel>
  );
}

function Cards({ universe }: { universe: Universe }) {
  const t = useTranslations("staff.review");
  return (
    <>
      <p className="text-ink-soft text-sm">
        {t("facts", { release: universe.release, count: universe.assets.length })}
      </p>
      {universe.music_url ? (
        // biome-ignore lint/a11y/useMediaCaption: music has no words
        <audio controls preload="none" src={universe.music_url} aria-label={t("music")} className="w-full" />
      ) : null}
      <ol className="flex flex-col gap-3">
        {universe.assets.map((card) => (
          <ReviewedCard key={card.id} card={card} languages={universe.languages} />
        ))}
      </ol>
    </>
  );
}

function ReviewedCard({ card, languages }: { card: Card } & Pick<Universe, "languages">) {
  const t = useTranslations("staff.review");
  const locale = useLocale();
  const first = languages.includes(locale) ? locale : (languages[0] ?? locale);
  const texts = card.texts[first];
  const name = card.names[first] ?? "";
  return (
    <li className="flex flex-col gap-2 rounded-3xl bg-sunken p-3">
      <div className="flex gap-3">
        {card.image_url ? (
          <Picture
            src={card.image_url}
            alt={texts?.alt_text ?? ""}
            width={256}
            height={256}
            className="size-28 shrink-0 self-start rounded-2xl object-cover"
          />
        ) : null}
        <div className="min-w-0">
          <h3 className="wrap-anywhere text-lg">{name}</h3>
          <p className="wrap-anywhere text-ink-soft text-sm">
            {languages
              .filter((code) => code !== first)
              .map((code) => card.names[code])
              .filter(Boolean)
              .join(" · ")}
          </p>
          {texts?.fun_fact ? <p className="mt-1 text-sm wrap-anywhere">{texts.fun_fact}</p> : null}
          {texts?.story ? <p className="mt-1 text-sm wrap-anywhere">{texts.story}</p> : null}
        </div>
      </div>
      {card.video_url ? (
        // biome-ignore lint/a11y/useMediaCaption: films of cards have no words
        <video
          controls
          preload="none"
          src={card.video_url}
          aria-label={t("film", { name })}
          className="w-full rounded-2xl bg-black"
        />
      ) : null}
      {card.speech[first] ? (
        // biome-ignore lint/a11y/useMediaCaption: its words are the name above
        <audio
          controls
          preload="none"
          src={card.speech[first]}
          aria-label={t("voice", { name })}
          className="w-full"
        />
      ) : null}
    </li>
  );
}
