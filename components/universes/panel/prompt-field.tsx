"use client";

import { useQuery } from "@tanstack/react-query";
import { Quote, RotateCcw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/cards/panel/fold";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { themeQuery } from "@/lib/themes/queries";
import { useOpenedUniverse } from "./universe-editing";
import { UniverseText } from "./universe-text";

const maxLength = 2000;
const mark = "{concept}";

/** The words from which all pictures, all films or the music are made: the theme's, until the universe says its own. */
export function PromptField({ piece }: { piece: "image" | "video" | "music" }) {
  const { draft, canEdit, edits } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const { data: theme } = useQuery(themeQuery(draft.template));
  const path = `${piece}_prompt` as const;
  const own = draft[path];
  if (!theme) return <Skeleton className="h-28 rounded-2xl" />;
  const words = theme[path];
  // Without the mark every card would get the same picture.
  const isSame = piece !== "music" && own !== null && !own.includes(mark);

  const handleReset = () => void edits.save({ path, value: null, seen: own });
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex w-full">
        <UniverseText
          path={path}
          label={t(`prompt.${piece}`)}
          otherwise={words}
          maxLength={maxLength}
          isLong
        />
      </div>
      <p className="text-ink-soft text-sm">{t(own === null ? "fromTheme" : "ownWords")}</p>
      {isSame ? (
        <p className="flex items-start gap-2 rounded-2xl bg-sun-wash px-3.5 py-2.5 text-sm text-sun-ink">
          <TriangleAlert aria-hidden="true" className="mt-px size-5 shrink-0" />
          <span>{t("noConcept", { mark })}</span>
        </p>
      ) : null}
      {isSame && canEdit ? (
        <Button
          variant="secondary"
          onClick={() => void edits.save({ path, value: `${mark}, ${own}`.slice(0, maxLength), seen: own })}
        >
          {t("addConcept", { mark })}
        </Button>
      ) : null}
      {own !== null && canEdit ? (
        <Button variant="quiet" onClick={handleReset} className="-ml-3 px-3">
          <RotateCcw aria-hidden="true" />
          {t("reset")}
        </Button>
      ) : null}
      {own === null ? null : (
        <div className="w-full">
          <Fold title={t("themeWords")} icon={<Quote aria-hidden="true" />}>
            <blockquote lang="en" className="wrap-anywhere text-ink-soft text-sm">
              {words}
            </blockquote>
          </Fold>
        </div>
      )}
    </div>
  );
}
