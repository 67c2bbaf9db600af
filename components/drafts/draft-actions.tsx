"use client";

import { Ellipsis, Palette, RotateCcw, Send, Sparkles, Square } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ShareDialog } from "@/components/members/share-dialog";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { openUniverse } from "@/components/universes/panel/open-panel";
import { cn } from "@/lib/cn";
import type { Draft } from "@/lib/drafts/schema";
import { useDraftWays } from "./draft-ways";
import { MusicButton } from "./music-button";
import { PublishDialog } from "./publish-dialog";

interface DraftActionsProps {
  draft: Draft;
  userId: string;
  ready: number;
  hasCards: boolean;
  /** Each null where it cannot be asked for. */
  onMake: (() => void) | null;
  onStop: (() => void) | null;
  isAsking: boolean;
  onBrokenMusic: () => void;
}

/** What can be done with the whole universe: the one next step, and the rest beside it as far as there is room, else in a menu. */
export function DraftActions({
  draft,
  userId,
  ready,
  hasCards,
  onMake,
  onStop,
  isAsking,
  onBrokenMusic,
}: DraftActionsProps) {
  const t = useTranslations("draft");
  const tPage = useTranslations("draftPage");
  const ways = useDraftWays(draft, hasCards, ready);
  const hasMore = ways.some(({ isMain }) => !isMain);
  return (
    <div className="flex flex-wrap items-center gap-2 max-xs:gap-1">
      {onStop ? (
        <Button variant="danger" busy={isAsking} onClick={onStop}>
          <Square aria-hidden="true" className="fill-current" />
          {t("stop")}
        </Button>
      ) : null}
      {onMake ? (
        <Button variant={ready > 0 ? "secondary" : "primary"} busy={isAsking} onClick={onMake}>
          {ready > 0 ? <RotateCcw aria-hidden="true" /> : <Sparkles aria-hidden="true" />}
          {t(hasCards ? "make" : "makeAll")}
        </Button>
      ) : null}
      {ready > 0 && draft.my_role === "owner" ? (
        <PublishDialog draft={draft} readyCount={ready}>
          <Send aria-hidden="true" />
          {draft.release === null ? t("publish") : t("publishAgain")}
        </PublishDialog>
      ) : null}
      <Button
        variant="secondary"
        title={tPage("universeHint")}
        onClick={() => openUniverse()}
        className="max-md:hidden"
      >
        <Palette aria-hidden="true" />
        {tPage("universe")}
      </Button>
      {ways.map(({ label, icon, isMain, ...way }) => (
        <Link
          key={way.href}
          {...way}
          className={cn(
            buttonVariants({ variant: "secondary" }),
            isMain ? "max-md:hidden" : "max-xl:hidden [body:has([data-side-panel])_&]:hidden",
          )}
        >
          {icon}
          {label}
        </Link>
      ))}
      {draft.music_url ? (
        <MusicButton key={draft.music_path} url={draft.music_url} onBroken={onBrokenMusic} />
      ) : null}
      {draft.my_role && draft.my_role !== "staff" ? <ShareDialog draft={draft} userId={userId} /> : null}
      <Menu>
        <MenuTrigger
          aria-label={tPage("more")}
          title={tPage("more")}
          className={cn(
            buttonVariants({ variant: "secondary", size: "icon" }),
            hasMore ? "xl:hidden xl:[body:has([data-side-panel])_&]:inline-flex" : "md:hidden",
          )}
        >
          <Ellipsis aria-hidden="true" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onClick={() => openUniverse()} className="md:hidden">
            <Palette aria-hidden="true" />
            {tPage("universe")}
          </MenuItem>
          {ways.map(({ label, icon, isMain, ...way }) => (
            <MenuItem
              key={way.href}
              render={<Link {...way} />}
              className={isMain ? "md:hidden" : "xl:hidden xl:[body:has([data-side-panel])_&]:flex"}
            >
              {icon}
              {label}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </div>
  );
}
