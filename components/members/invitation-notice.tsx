"use client";

import { useQuery } from "@tanstack/react-query";
import { MailOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { useInvitationsLive } from "@/lib/members/live";
import { useAcceptInvitation, useDeclineInvitation } from "@/lib/members/mutations";
import { invitationListQuery } from "@/lib/members/queries";
import type { Invitation } from "@/lib/members/schema";

/** Invitations to my own address, above my universes. */
export function InvitationNotices({ userId }: { userId: string }) {
  const t = useTranslations("invitation");
  useInvitationsLive(userId);
  const { data } = useQuery(invitationListQuery());
  if (!data || data.items.length === 0) return null;
  return (
    <ul aria-label={t("notices")} className="mb-6 flex flex-col gap-3">
      {data.items.map((invitation) => (
        <InvitationNotice key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function InvitationNotice({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("invitation");
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const accept = useAcceptInvitation();
  const decline = useDeclineInvitation();
  const handleError = (error: Error) => toasts.add({ title: problemText(error), type: "error" });
  // Not a callback of this row: it is gone from the list before it would be called.
  const handleAccept = () =>
    accept
      .mutateAsync({ invitation_id: invitation.id })
      .then(({ draft_id }) => router.push(`/drafts/${draft_id}`), handleError);
  return (
    <li className="flex animate-rise flex-wrap items-center gap-x-4 gap-y-3 rounded-card bg-sun-wash p-4 text-sun-ink sm:px-5">
      <MailOpen aria-hidden="true" className="size-7 shrink-0" />
      <p className="min-w-0 flex-1 basis-56 font-semibold wrap-anywhere">
        {t("text", {
          name: invitation.invited_by,
          universe: invitation.names[locale] ?? invitation.name,
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button busy={accept.isPending || accept.isSuccess} onClick={handleAccept}>
          {t("accept")}
        </Button>
        <Button variant="quiet" onClick={() => decline.mutate(invitation.id, { onError: handleError })}>
          {t("decline")}
        </Button>
      </div>
    </li>
  );
}
