"use client";

import { Link2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { useCreateInvitation } from "@/lib/members/mutations";
import { inviteSchema, type MemberRole } from "@/lib/members/schema";
import { RoleChoice } from "./role-choice";
import { ShownLink } from "./shown-link";

const day = 86_400_000;

/** An address or none, a role, then the link, which is shown this once. */
export function InviteForm({ draftId }: { draftId: string }) {
  const t = useTranslations("members");
  const problemText = useProblemText();
  const invite = useCreateInvitation(draftId);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("editor");
  const [isWrong, setIsWrong] = useState(false);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const input = inviteSchema.safeParse({ role, ...(email.trim() ? { email: email.trim() } : {}) });
    setIsWrong(!input.success);
    if (input.success) invite.mutate(input.data);
  };
  const handleAnother = () => {
    invite.reset();
    setEmail("");
  };

  if (invite.data) {
    const to = invite.variables.email;
    const days = Math.round((Date.parse(invite.data.expires_at) - invite.submittedAt) / day);
    return (
      <div className="flex flex-col gap-3">
        <ShownLink url={invite.data.url}>
          {`${to ? `${t("invite.doneFor", { email: to })} ` : ""}${t("invite.done", { days })}`}
        </ShownLink>
        <Button variant="quiet" className="self-start" onClick={handleAnother}>
          <Plus aria-hidden="true" />
          {t("invite.another")}
        </Button>
      </div>
    );
  }
  const error = isWrong ? t("invite.wrongEmail") : invite.error ? problemText(invite.error) : null;
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      <Field name="email" label={t("invite.email")} hint={t("invite.emailHint")} error={error}>
        <Input
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <RoleChoice role={role} onChange={setRole} />
      <Button type="submit" busy={invite.isPending} className="self-start">
        <Link2 aria-hidden="true" />
        {t("invite.action")}
      </Button>
    </form>
  );
}
