"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { publicationQuery } from "@/lib/releases/queries";
import type { Publish } from "@/lib/releases/schema";
import { PublishChanges } from "./publish-changes";
import { PublishGaps } from "./publish-gaps";
import { VisibilityChoice } from "./visibility-choice";

interface PublishFormProps {
  draftId: string;
  /** Who sees it now, or is to see it. */
  visibility: Publish["visibility"];
  /** What went wrong, or was stopped, the last time. */
  notice: ReactNode;
  error: string | null;
  isAsking: boolean;
  onPublish: (input: Publish) => void;
  /** Somebody goes to see to what is missing. */
  onLeave: () => void;
}

/** Before the click: who may see it, what changes for the children, what is missing, and what to remember of it. */
export function PublishForm(props: PublishFormProps) {
  const { draftId, notice, error, isAsking, onPublish, onLeave } = props;
  const t = useTranslations("publish");
  const { data } = useQuery(publicationQuery(draftId));
  const [visibility, setVisibility] = useState(props.visibility);
  const [notes, setNotes] = useState("");
  const [reason, setReason] = useState("");
  const hasGaps = (data?.missing.length ?? 0) > 0;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isAsking) return;
    onPublish({
      visibility,
      ...(notes.trim() ? { notes: notes.trim() } : {}),
      ...(hasGaps && reason.trim() ? { override_reason: reason.trim() } : {}),
    });
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-5">
      <VisibilityChoice value={visibility} onChange={setVisibility} isDisabled={isAsking} />
      {error ? <FormError>{error}</FormError> : null}
      {notice}
      {data ? (
        <>
          {data.live ? <PublishChanges changes={data.changes} since={data.live.number} /> : null}
          {hasGaps ? <PublishGaps draftId={draftId} missing={data.missing} onLeave={onLeave} /> : null}
          {hasGaps ? (
            <Field name="override_reason" label={t("reason")} hint={t("reasonHint")}>
              <TextArea
                value={reason}
                maxLength={500}
                rows={1}
                className="min-h-12"
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          ) : null}
        </>
      ) : (
        <Skeleton className="h-24" />
      )}
      <Field name="notes" label={t("notes")} hint={t("notesHint")}>
        <TextArea
          value={notes}
          maxLength={1000}
          rows={1}
          className="min-h-12"
          onChange={(event) => setNotes(event.target.value)}
        />
      </Field>
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-col border-line border-t bg-surface px-5 py-4 sm:-bottom-7 sm:-mx-7 sm:-mb-7 sm:px-7">
        <Button type="submit" size="lg" busy={isAsking}>
          {t("action")}
        </Button>
      </div>
    </form>
  );
}
