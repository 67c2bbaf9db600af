"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { PieceChoice } from "@/components/drafts/piece-choice";
import { PreflightCard } from "@/components/drafts/preflight-card";
import { StyleChoice } from "@/components/drafts/style-choice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import type { Piece } from "@/lib/contract/jobs";
import { useEditDraft } from "@/lib/drafts/edit-mutations";
import type { EditDraft } from "@/lib/drafts/edit-schema";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import type { Draft } from "@/lib/drafts/schema";
import type { IdeaEdits, Step } from "./use-idea-edits";

interface MakePanelProps {
  draft: Draft;
  /** Whether there is anything to make. */
  hasCards: boolean;
  edits: IdeaEdits;
}

/** How the ideas are painted, what is made of them, what that takes, and the one button that does it. */
export function MakePanel({ draft, hasCards, edits }: MakePanelProps) {
  const t = useTranslations("ideas");
  const router = useRouter();
  const problemText = useProblemText();
  const edit = useEditDraft(draft.id);
  const generate = useGenerateDraft(draft.id);
  const [isGoing, setIsGoing] = useState(false);
  // Names are no choice: whatever was typed in one language gets those of the others.
  const chosen = draft.pieces.filter((piece) => piece !== "names");
  const pieces: Piece[] = [...chosen, "names"];
  const isRunning = draft.active_job_id !== null;

  const editDraft = async (input: EditDraft): Promise<Step | null> => {
    const { undo } = await edit.mutateAsync(input);
    return undo && (() => editDraft(undo));
  };
  const change = (patch: EditDraft) => edits.keep(() => editDraft(patch));
  const handlePieces = (next: Piece[]) =>
    change({ pieces: draft.pieces.includes("names") ? [...next, "names"] : next });
  const handleMake = async () => {
    if (isGoing) return;
    setIsGoing(true);
    try {
      // A name that is still on its way counts; one that was refused is mended first.
      if (!(await edits.settle())) return setIsGoing(false);
      await generate.mutateAsync({ pieces });
      router.replace(`/drafts/${draft.id}`);
    } catch {
      // Said above the button.
      setIsGoing(false);
    }
  };
  return (
    <section
      aria-label={t("make.title")}
      className="flex flex-col gap-6 rounded-card bg-surface p-5 shadow-card"
    >
      <StyleChoice style={draft.style ?? "soft"} onChange={(style) => change({ style })} />
      <PieceChoice chosen={chosen} onChange={handlePieces} />
      <PreflightCard plan={{ draftId: draft.id, pieces, revision: draft.revision }} />
      {generate.error ? <FormError>{problemText(generate.error)}</FormError> : null}
      <Button
        size="lg"
        busy={isGoing}
        disabled={isRunning || !hasCards}
        onClick={handleMake}
        className="w-full"
      >
        <Sparkles aria-hidden="true" />
        {t("make.action")}
      </Button>
    </section>
  );
}
