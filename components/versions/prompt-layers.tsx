"use client";

import { useQuery } from "@tanstack/react-query";
import { Layers, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { Asset } from "@/lib/drafts/schema";
import { assetPromptQuery } from "@/lib/versions/queries";
import type { PromptLayers as Prompt, PromptPiece } from "@/lib/versions/schema";

/** The words from which the next picture or film of a card is made, and where each comes from. */
export function PromptLayers({ asset, piece }: { asset: Asset; piece: PromptPiece }) {
  const t = useTranslations("versions.prompt");
  const prompt = piece === "image" ? asset.image_prompt : asset.video_prompt;
  const { data } = useQuery(assetPromptQuery(asset.draft_id, asset.id, piece, prompt));
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <p className="text-ink-soft text-sm">{t("text")}</p>
      {data ? (
        <>
          <blockquote className="rounded-2xl bg-sea-wash px-4 py-3 text-sea-ink">{data.final}</blockquote>
          <details>
            <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full font-bold">
              <Layers aria-hidden="true" className="size-5" />
              {t("show")}
            </summary>
            <ol className="mt-2 flex flex-col gap-2">
              {data.layers.map((layer) => (
                <Layer key={layer.layer} {...layer} />
              ))}
            </ol>
          </details>
        </>
      ) : (
        <Skeleton className="h-24 rounded-2xl" />
      )}
    </section>
  );
}

function Layer({ layer, text, is_used }: Prompt["layers"][number]) {
  const t = useTranslations("versions.prompt");
  const isSafety = layer === "safety";
  return (
    <li
      className={cn(
        "flex flex-col gap-0.5 rounded-2xl border-2 px-4 py-2.5",
        is_used ? "border-sea bg-surface" : "border-line border-dashed",
      )}
    >
      <h4 className="flex items-center gap-1.5 font-bold text-base">
        {isSafety ? <ShieldCheck aria-hidden="true" className="size-5 text-leaf" /> : null}
        {t(layer)}
      </h4>
      {text ? (
        // Teachers write in their own language.
        <p
          lang={isSafety || layer === "theme" ? "en" : undefined}
          className={cn("wrap-anywhere text-sm", !is_used && "text-ink-soft")}
        >
          {text}
        </p>
      ) : (
        <p className="text-ink-soft text-sm italic">{t("nothing")}</p>
      )}
      {text && !is_used ? <p className="font-semibold text-ink-soft text-sm">{t("replaced")}</p> : null}
      {isSafety ? <p className="font-semibold text-leaf-ink text-sm">{t("always")}</p> : null}
    </li>
  );
}
