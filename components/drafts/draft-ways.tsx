import { ExternalLink, Eye, History, Languages, QrCode } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Draft } from "@/lib/drafts/schema";
import { isHiddenNow } from "@/lib/reports/hiding";

/** A page that one can go to from the page of a universe. */
interface Way {
  href: Route;
  label: string;
  icon: ReactNode;
  /** Stands in the row on a tablet, too; else in the menu until there is room. */
  isMain: boolean;
  target?: "_blank";
  /** What opens in a tab of its own is loaded there, and nothing of it is needed here. */
  prefetch?: false;
}

/** Where one can go from here, as far as it is there yet. */
export function useDraftWays(draft: Draft, hasCards: boolean, ready: number): Way[] {
  const t = useTranslations("draft");
  const tPage = useTranslations("draftPage");
  const tPreview = useTranslations("preview");
  const tSharing = useTranslations("sharing");
  const isHidden = isHiddenNow(draft);
  const isOut = draft.release !== null && draft.visibility !== "private" && !isHidden;
  const all: (Way & { isThere: boolean })[] = [
    {
      isThere: hasCards,
      isMain: true,
      href: `/drafts/${draft.id}/words` as Route,
      label: tPage("words"),
      icon: <Languages aria-hidden="true" />,
    },
    {
      isThere: ready > 0,
      isMain: true,
      href: `/drafts/${draft.id}/preview` as Route,
      label: tPreview("open"),
      icon: <Eye aria-hidden="true" />,
      target: "_blank",
      prefetch: false,
    },
    {
      isThere: isOut,
      isMain: false,
      href: `/u/${draft.slug}` as Route,
      label: t("view"),
      icon: <ExternalLink aria-hidden="true" />,
      target: "_blank",
      prefetch: false,
    },
    {
      isThere: isOut,
      isMain: false,
      href: `/u/${draft.slug}/share` as Route,
      label: tSharing("open"),
      icon: <QrCode aria-hidden="true" />,
      target: "_blank",
      prefetch: false,
    },
    {
      isThere: draft.release !== null,
      isMain: false,
      href: `/drafts/${draft.id}/releases` as Route,
      label: t("releases"),
      icon: <History aria-hidden="true" />,
    },
  ];
  return all.flatMap(({ isThere, ...way }) => (isThere ? way : []));
}
