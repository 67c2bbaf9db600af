import { Link2, Mail, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import { ownZone } from "@/lib/i18n/own-zone";
import type { OpenInvitation } from "@/lib/members/schema";

interface InvitationRowProps {
  invitation: OpenInvitation;
  onRevoke: (invitation: OpenInvitation) => void;
}

/** An invitation that nobody has accepted yet, or a link that still may be. */
export function InvitationRow({ invitation, onRevoke }: InvitationRowProps) {
  const t = useTranslations("members");
  const format = useFormatter();
  const date = format.dateTime(new Date(invitation.expires_at), {
    day: "numeric",
    month: "long",
    timeZone: ownZone(),
  });
  const label = invitation.email ? t("revoke", { name: invitation.email }) : t("revokeLink");
  return (
    <li className="flex min-h-13 items-center gap-3">
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full bg-sunken text-ink-soft [&_svg]:size-4.5"
      >
        {invitation.email ? <Mail /> : <Link2 />}
      </span>
      <div className="min-w-0 flex-1 leading-tight">
        <p className="truncate font-semibold">{invitation.email ?? t("anybody")}</p>
        <p className="text-ink-soft text-sm">
          {t(`roles.${invitation.role}`)} · {t("until", { date })}
        </p>
      </div>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => onRevoke(invitation)}
        className={buttonVariants({ variant: "quiet", size: "icon" })}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
