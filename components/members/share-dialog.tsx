"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { useProblemText } from "@/components/site/use-problem-text";
import { buttonVariants } from "@/components/ui/button-variants";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Draft } from "@/lib/drafts/schema";
import { useRemoveMember, useRevokeInvitation } from "@/lib/members/mutations";
import { peopleQuery } from "@/lib/members/queries";
import type { Member, OpenInvitation, People } from "@/lib/members/schema";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";
import { PreviewLink } from "./preview-link";

interface ShareDialogProps {
  draft: Draft;
  userId: string;
}

/** Who works on this universe; for its owner also invitations and secret links. */
export function ShareDialog({ draft, userId }: ShareDialogProps) {
  const t = useTranslations("members");
  const tPreview = useTranslations("preview");
  const locale = useLocale();
  const problemText = useProblemText();
  const [isOpen, setIsOpen] = useState(false);
  const { data: people, error } = useQuery({ ...peopleQuery(draft.id), enabled: isOpen });
  const remove = useRemoveMember(draft.id);
  const revoke = useRevokeInvitation(draft.id);
  const isMine = draft.my_role === "owner";
  const name = draft.names[locale] ?? draft.name;
  const undo = t("undo");
  const others = useDeleteWithUndo({
    remove: remove.mutateAsync,
    words: {
      undo,
      deleted: (who) => t("removed", { name: who }),
      notDeleted: (who) => t("notRemoved", { name: who }),
    },
  });
  const me = useDeleteWithUndo({
    remove: remove.mutateAsync,
    words: { undo, deleted: () => t("left", { name }), notDeleted: () => t("notLeft", { name }) },
  });
  const revoked = useDeleteWithUndo({
    remove: revoke.mutateAsync,
    words: { undo, deleted: () => t("revoked"), notDeleted: () => t("notRevoked") },
  });

  const handleRemove = (member: Member) => {
    const isMe = member.user_id === userId;
    (isMe ? me : others).remove([{ id: member.user_id, name: member.name }]);
    // The page stays while this can be undone: then the channel tells that the draft is gone for me, and leads out.
    if (isMe) setIsOpen(false);
  };
  const handleRevoke = ({ id, email }: OpenInvitation) => revoked.remove([{ id, name: email ?? "" }]);

  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger
        className={buttonVariants({ variant: "secondary", className: "max-xs:w-11 max-xs:px-0" })}
      >
        <Users aria-hidden="true" />
        <span className="max-xs:sr-only">{isMine ? t("share") : t("people")}</span>
      </DialogTrigger>
      <DialogContent
        title={t("title", { name })}
        description={isMine ? t("text") : draft.shared_by ? t("textMember", { name: draft.shared_by }) : null}
        closeLabel={t("close")}
      >
        {isMine ? (
          <Part title={t("invite.title")}>
            <InviteForm draftId={draft.id} />
          </Part>
        ) : null}
        <Part title={t("here")}>
          {error ? <FormError>{problemText(error)}</FormError> : null}
          {people ? (
            <PeopleList
              people={people}
              draftId={draft.id}
              userId={userId}
              isMine={isMine}
              hidden={new Set([...others.hidden, ...me.hidden, ...revoked.hidden])}
              onRemove={handleRemove}
              onRevoke={handleRevoke}
            />
          ) : error ? null : (
            <Skeleton className="h-13" />
          )}
        </Part>
        {isMine && people?.preview ? (
          <Part title={tPreview("title")}>
            <PreviewLink draftId={draft.id} preview={people.preview} />
          </Part>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4 first-of-type:border-0 first-of-type:pt-0">
      <h3 className="font-bold text-lg">{title}</h3>
      {children}
    </section>
  );
}

interface PeopleListProps {
  people: People;
  draftId: string;
  userId: string;
  isMine: boolean;
  hidden: ReadonlySet<string>;
  onRemove: (member: Member) => void;
  onRevoke: (invitation: OpenInvitation) => void;
}

function PeopleList({ people, draftId, userId, isMine, hidden, onRemove, onRevoke }: PeopleListProps) {
  const t = useTranslations("members");
  const invitations = people.invitations.filter(({ id }) => !hidden.has(id));
  return (
    <>
      <ul className="flex flex-col gap-1">
        {people.items
          .filter(({ user_id }) => !hidden.has(user_id))
          .map((member) => (
            <MemberRow
              key={member.user_id}
              draftId={draftId}
              member={member}
              isMe={member.user_id === userId}
              isMine={isMine}
              onRemove={onRemove}
            />
          ))}
      </ul>
      {invitations.length > 0 ? (
        <>
          <h4 className="mt-1 font-bold text-ink-soft text-sm">{t("invited")}</h4>
          <ul className="flex flex-col gap-1">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} onRevoke={onRevoke} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
