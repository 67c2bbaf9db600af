"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { readBlock } from "@/lib/translations/clipboard";
import { type PasteTarget, planPaste } from "@/lib/translations/plan-paste";
import type { SeenEdit } from "@/lib/translations/words";
import { PasteChanges, PasteNotes } from "./paste-preview";
import { PasteStart } from "./paste-start";

/** What was pasted, and where; without a block the person pastes it into the dialog. */
export interface Pasting {
  block: string[][] | null;
  target: PasteTarget;
}

interface PasteDialogProps {
  pasting: Pasting | null;
  onClose: () => void;
  onPaste: (changes: SeenEdit[]) => void;
}

/** Everything that a pasted block would change, before it does. */
export function PasteDialog({ pasting, onClose, onPaste }: PasteDialogProps) {
  const t = useTranslations("words.paste");
  return (
    <Dialog open={pasting !== null} onOpenChange={(open) => !open && onClose()}>
      {pasting ? (
        <DialogContent
          title={t("title")}
          description={t("text")}
          closeLabel={t("close")}
          className="sm:w-[min(44rem,calc(100vw-3rem))]"
        >
          <PasteForm pasting={pasting} onClose={onClose} onPaste={onPaste} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function PasteForm({ pasting, onClose, onPaste }: PasteDialogProps & { pasting: Pasting }) {
  const t = useTranslations("words.paste");
  const [text, setText] = useState("");
  const [column, setColumn] = useState(pasting.target.column);
  const { target } = pasting;
  const block = pasting.block ?? readBlock(text);
  const plan = planPaste(block, { ...target, column });
  const count = plan.changes.length;
  return (
    <form
      className="flex min-h-0 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0) onPaste(plan.changes);
      }}
    >
      {pasting.block ? null : (
        <>
          <Field name="list" label={t("list")} hint={t("listHint")}>
            <TextArea
              value={text}
              onChange={(event) => setText(event.target.value)}
              rows={5}
              className="max-h-48"
            />
          </Field>
          {plan.byHeading ? null : (
            <PasteStart languages={target.languages} column={column} onChange={setColumn} />
          )}
        </>
      )}
      {block.length > 0 ? <PasteNotes plan={plan} /> : null}
      {count > 0 ? <PasteChanges plan={plan} target={target} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={count === 0}>
          {t("apply", { count })}
        </Button>
      </div>
    </form>
  );
}
