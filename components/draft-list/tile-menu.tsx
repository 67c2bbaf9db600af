"use client";

import { CopyPlus, Ellipsis, ListChecks, LogOut, Sparkles, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import { Menu, MenuContent, MenuItem, MenuLine, MenuTrigger } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { nameOf } from "@/lib/draft-list/match";
import type { Draft } from "@/lib/drafts/schema";

/** What can be done to drafts of the list. */
export interface TileActions {
  start: (drafts: Draft[]) => void;
  duplicate: (draft: Draft) => void;
  toggle: (draftId: string) => void;
  remove: (drafts: Draft[]) => void;
  /** Goes from the draft of somebody else. */
  leave: (draft: Draft) => void;
}

const mayLack: ReadonlySet<string> = new Set(["draft", "partial", "failed", "ready", "published"]);

export function TileMenu({ draft, actions }: { draft: Draft; actions: TileActions }) {
  const t = useTranslations("draftList");
  const name = nameOf(draft, useLocale());
  const tMembers = useTranslations("members");
  const isOwner = draft.my_role === "owner";
  const isGuest = draft.my_role === "editor" || draft.my_role === "viewer";
  return (
    <Menu>
      <MenuTrigger
        aria-label={t("more", { name })}
        title={t("more", { name })}
        className={cn(buttonVariants({ variant: "quiet", size: "icon" }), "bg-surface/90 shadow-card")}
      >
        <Ellipsis aria-hidden="true" />
      </MenuTrigger>
      <MenuContent>
        {draft.my_role !== "viewer" && mayLack.has(draft.status) ? (
          <MenuItem onClick={() => actions.start([draft])}>
            <Sparkles aria-hidden="true" />
            {t("make")}
          </MenuItem>
        ) : null}
        {isOwner ? (
          <MenuItem onClick={() => actions.duplicate(draft)}>
            <CopyPlus aria-hidden="true" />
            {t("duplicate")}
          </MenuItem>
        ) : null}
        <MenuItem onClick={() => actions.toggle(draft.id)}>
          <ListChecks aria-hidden="true" />
          {t("choose")}
        </MenuItem>
        {isOwner ? (
          <>
            <MenuLine />
            <MenuItem onClick={() => actions.remove([draft])} className="text-danger">
              <Trash2 aria-hidden="true" />
              {t("delete")}
            </MenuItem>
          </>
        ) : null}
        {isGuest ? (
          <>
            <MenuLine />
            <MenuItem onClick={() => actions.leave(draft)}>
              <LogOut aria-hidden="true" />
              {tMembers("leave")}
            </MenuItem>
          </>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
