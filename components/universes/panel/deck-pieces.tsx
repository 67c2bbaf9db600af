"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Forecast } from "@/components/drafts/forecast";
import { lacksSomething } from "@/components/drafts/lacking";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { ChipSet } from "@/components/ui/chip-set";
import { toasts } from "@/components/ui/toast";
import type { Piece } from "@/lib/contract/jobs";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { useChoice } from "./use-choice";

/** Names come with the ideas, and a voice is asked for where there is a model of one. */
const offered = ["image", "video", "text", "music", "cover", "poster", "logo", "model3d"] as const;
const withVoice = [...offered, "speech"] as const;

/** What the universe is made of, and what of it is yet to be made. */
export function DeckPieces() {
  const { draft, assets, canEdit } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tPiece = useTranslations("pieces");
  const tDraft = useTranslations("draft");
  const problemText = useProblemText();
  const { mutate, isPending } = useGenerateDraft(draft.id);
  const say = (list: readonly Piece[]) =>
    withVoice
      .filter((piece) => list.includes(piece))
      .map((piece) => tPiece(piece))
      .join(", ");
  const { value, choose, notice } = useChoice("pieces", say);
  if (!canEdit)
    return (
      <Section title={t("made")}>
        <p>{say(value)}</p>
      </Section>
    );
  const shown: readonly (typeof withVoice)[number][] = value.includes("speech") ? withVoice : offered;
  const handleChange = (chosen: readonly Piece[]) =>
    void choose([...value.filter((piece) => !shown.some((one) => one === piece)), ...chosen]);
  const handleMake = () =>
    mutate(
      {},
      {
        onError: (error) =>
          toasts.add({ title: t("notStarted"), description: problemText(error), type: "error" }),
      },
    );
  return (
    <Section title={t("made")} hint={t("madeHint")}>
      <ChipSet
        legend={t("made")}
        isLegendHidden
        chips={shown.map((piece) => ({ value: piece, label: tPiece(piece) }))}
        chosen={shown.filter((piece) => value.includes(piece))}
        onChange={handleChange}
      />
      {notice}
      {draft.active_job_id === null && lacksSomething(draft, assets) ? (
        <div className="flex flex-col items-start gap-2 rounded-2xl bg-sunken px-4 py-3">
          <Button busy={isPending} onClick={handleMake} className="h-auto min-h-11 whitespace-normal py-2">
            <Sparkles aria-hidden="true" />
            {tDraft("make")}
          </Button>
          <Forecast plan={{ draftId: draft.id, revision: draft.revision }} />
        </div>
      ) : null}
    </Section>
  );
}
