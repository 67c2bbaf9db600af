"use client";

import { EyeOff, Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { ownZone } from "@/lib/i18n/own-zone";
import type { People } from "@/lib/members/schema";
import { useCreatePreviewLink, useRevokePreviewLinks } from "@/lib/previews/mutations";
import { ShownLink } from "./shown-link";

interface PreviewLinkProps {
  draftId: string;
  preview: NonNullable<People["preview"]>;
}

/** A secret link for somebody without an account, and the end of all of them. */
export function PreviewLink({ draftId, preview }: PreviewLinkProps) {
  const t = useTranslations("preview");
  const format = useFormatter();
  const problemText = useProblemText();
  const create = useCreatePreviewLink(draftId);
  const revoke = useRevokePreviewLinks(draftId);
  const handleError = (error: Error) => toasts.add({ title: problemText(error), type: "error" });
  const handleRevoke = () =>
    revoke.mutate(undefined, {
      onError: handleError,
      onSuccess: () => {
        create.reset();
        toasts.add({ title: t("revoked"), type: "success" });
      },
    });
  const date = (iso: string) =>
    format.dateTime(new Date(iso), { day: "numeric", month: "long", timeZone: ownZone() });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t("text")}</p>
      {create.data ? <ShownLink url={create.data.url}>{t("done")}</ShownLink> : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {create.data ? null : (
          <Button
            variant="secondary"
            busy={create.isPending}
            onClick={() => create.mutate(undefined, { onError: handleError })}
          >
            <Link2 aria-hidden="true" />
            {t("create")}
          </Button>
        )}
        {preview.count > 0 && preview.expires_at ? (
          <>
            <p className="text-ink-soft text-sm">
              {t("count", { count: preview.count, date: date(preview.expires_at) })}
            </p>
            <Button variant="quiet" busy={revoke.isPending} onClick={handleRevoke} className="text-danger">
              <EyeOff aria-hidden="true" />
              {t("revoke")}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
