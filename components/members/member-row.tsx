"use client";

import { ChevronDown, LogOut, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLine,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { toasts } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { useSetMemberRole } from "@/lib/members/mutations";
import type { Member, MemberRole } from "@/lib/members/schema";
import { Avatar } from "./avatar";

interface MemberRowProps {
  draftId: string;
  member: Member;
  isMe: boolean;
  /** The owner changes roles and sends people away. */
  isMine: boolean;
  onRemove: (member: Member) => void;
}

/** One person of a draft, what they may do, and the way out. */
export function MemberRow({ draftId, member, isMe, isMine, onRemove }: MemberRowProps) {
  const t = useTranslations("members");
  return (
    <li className="flex min-h-13 items-center gap-3">
      <Avatar userId={member.user_id} name={member.name} />
      <div className="min-w-0 flex-1 leading-tight">
        <p className="truncate font-semibold">
          {member.name}
          {isMe ? <span className="font-normal text-ink-soft"> · {t("me")}</span> : null}
        </p>
        {member.email ? <p className="truncate text-ink-soft text-sm">{member.email}</p> : null}
      </div>
      {isMine && member.role !== "owner" ? (
        <RoleMenu draftId={draftId} member={member} onRemove={onRemove} />
      ) : isMe && member.role !== "owner" ? (
        <Button variant="quiet" onClick={() => onRemove(member)}>
          <LogOut aria-hidden="true" />
          {t("leave")}
        </Button>
      ) : (
        <Badge>{t(`roles.${member.role}`)}</Badge>
      )}
    </li>
  );
}

function RoleMenu({ draftId, member, onRemove }: Pick<MemberRowProps, "draftId" | "member" | "onRemove">) {
  const t = useTranslations("members");
  const problemText = useProblemText();
  const change = useSetMemberRole(draftId);
  const handleRole = (role: MemberRole) =>
    change.mutate(
      { userId: member.user_id, role },
      { onError: (error) => toasts.add({ title: problemText(error), type: "error" }) },
    );
  return (
    <Menu modal={false}>
      <MenuTrigger
        aria-label={t("roleOf", { name: member.name })}
        className={cn(buttonVariants({ variant: "quiet" }), "px-3")}
      >
        {t(`roles.${member.role}`)}
        <ChevronDown aria-hidden="true" />
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={member.role} onValueChange={handleRole}>
          {(["editor", "viewer"] as const).map((role) => (
            <MenuRadioItem key={role} value={role} closeOnClick>
              {t(`roles.${role}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLine />
        <MenuItem onClick={() => onRemove(member)} className="text-danger">
          <UserMinus aria-hidden="true" />
          {t("remove")}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
