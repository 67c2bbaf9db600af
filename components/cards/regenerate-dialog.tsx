"use client";

import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { Forecast } from "@/components/drafts/forecast";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { Picture } from "@/components/ui/picture";
import type { Language } from "@/lib/contract/languages";
import { useRegenerateAsset } from "@/lib/drafts/mutations";
import { type Asset, regenerateSchema } from "@/lib/drafts/schema";

interface RegenerateDialogProps {
  draftId: string;
  asset: Asset | null;
  language: Language;
  onClose: () => void;
}

/** A new picture for one card, with the words it is made from. */
export function RegenerateDialog({ draftId, asset, language, onClose }: RegenerateDialogProps) {
  const t = useTranslations("regenerate");
  const [shown, setShown] = useState(asset);
  if (asset && asset !== shown) setShown(asset);
  return (
    <Dialog open={asset !== null} onOpenChange={(isOpen) => (isOpen ? null : onClose())}>
      {shown ? (
        <DialogContent
          title={t("title", { name: shown.names[language] ?? shown.concept })}
          description={t("text")}
          closeLabel={t("close")}
        >
          <RegenerateForm key={shown.id} draftId={draftId} asset={shown} onDone={onClose} />
        </DialogContent>
      ) : null}
    </Dialog>
  );
}

function RegenerateForm({ draftId, asset, onDone }: { draftId: string; asset: Asset; onDone: () => void }) {
  const t = useTranslations("regenerate");
  const problemText = useProblemText();
  const regenerate = useRegenerateAsset(draftId, asset.id);
  const [isMissing, setIsMissing] = useState(false);

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("prompt");
    const parsed = regenerateSchema.safeParse({ prompt: typed });
    setIsMissing(!parsed.success);
    if (!parsed.success) return;
    const { prompt } = parsed.data;
    regenerate.mutate(prompt === asset.image_prompt ? {} : { prompt }, { onSuccess: onDone });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      <div className="flex items-start gap-4">
        {asset.image_url ? (
          <Picture
            src={asset.image_url}
            alt=""
            width={1024}
            height={1024}
            className="size-24 shrink-0 rounded-2xl object-cover sm:size-32"
          />
        ) : null}
        <Field
          name="prompt"
          label={t("prompt")}
          error={isMissing ? t("promptMissing") : null}
          className="min-w-0 flex-1"
        >
          <TextArea defaultValue={asset.image_prompt} maxLength={2000} />
        </Field>
      </div>
      <Forecast plan={{ draftId: asset.draft_id, assetId: asset.id }} />
      {regenerate.error ? <FormError>{problemText(regenerate.error)}</FormError> : null}
      <Button type="submit" size="lg" busy={regenerate.isPending}>
        <WandSparkles aria-hidden="true" />
        {t("action")}
      </Button>
    </form>
  );
}
