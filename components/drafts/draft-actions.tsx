"use client";

import {
  Ellipsis,
  ExternalLink,
  Eye,
  History,
  Languages,
  Palette,
  QrCode,
  RotateCcw,
  Send,
  Sparkles,
  Square,
} from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ShareDialog } from "@/components/members/share-dialog";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { openUniverse } from "@/components/universes/panel/open-panel";
import { cn } from "@/lib/cn";
import type { Draft } from "@/lib/drafts/schema";
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

/** A page that one can go to from here. */
interface Ahead {
  href: Route;
  label: string;
  icon: ReactNode;
  target?: "_blank";
}

/** What can be done with the whole universe: the one next step, and the rest beside it; on a phone in a menu. */
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
  const tPreview = useTranslations("preview");
  const tSharing = useTranslations("sharing");
  const isHidden = draft.hiding !== null && draft.hiding.ended_at === null;
  const isOut = draft.release !== null && draft.visibility !== "private" && !isHidden;
  const side = cn(buttonVariants({ variant: "secondary" }), "max-md:hidden");
  const all: (Ahead & { isThere: boolean })[] = [
    {
      isThere: hasCards,
      href: `/drafts/${draft.id}/words` as Route,
      label: tPage("words"),
      icon: <Languages aria-hidden="true" />,
    },
    {
      isThere: ready > 0,
      href: `/drafts/${draft.id}/preview` as Route,
      label: tPreview("open"),
      icon: <Eye aria-hidden="true" />,
      target: "_blank",
    },
    {
      isThere: isOut,
      href: `/u/${draft.slug}` as Route,
      label: t("view"),
      icon: <ExternalLink aria-hidden="true" />,
      target: "_blank",
    },
    {
      isThere: isOut,
      href: `/u/${draft.slug}/share` as Route,
      label: tSharing("open"),
      icon: <QrCode aria-hidden="true" />,
      target: "_blank",
    },
    {
      isThere: draft.release !== null,
      href: `/drafts/${draft.id}/releases` as Route,
      label: t("releases"),
      icon: <History aria-hidden="true" />,
    },
  ];
  const links = all.filter(({ isThere }) => isThere);
  return (
    <div className="flex flex-wrap items-center gap-2">
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
      {links.map(({ href, label, icon, target }) => (
        <Link key={href} href={href} target={target} className={side}>
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
          className={cn(buttonVariants({ variant: "secondary", size: "icon" }), "md:hidden")}
        >
          <Ellipsis aria-hidden="true" />
        </MenuTrigger>
        <MenuContent>
          <MenuItem onClick={() => openUniverse()}>
            <Palette aria-hidden="true" />
            {tPage("universe")}
          </MenuItem>
          {links.map(({ href, label, icon, target }) => (
            <MenuItem key={href} render={<Link href={href} target={target} />}>
              {icon}
              {label}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </div>
  );
}
