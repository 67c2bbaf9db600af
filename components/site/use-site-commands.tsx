"use client";

import {
  CircleUser,
  Compass,
  EyeOff,
  Flag,
  Home,
  Keyboard,
  Languages,
  LayoutGrid,
  ListChecks,
  LogIn,
  LogOut,
  Plus,
  ScrollText,
} from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSignOut } from "@/lib/account/mutations";
import { type Theme, themes } from "@/lib/account/preferences";
import { languages } from "@/lib/contract/language-codes";
import { themeIcons } from "./account-menu";
import type { Command } from "./commands";
import { openHelp } from "./shortcuts";
import type { Visitor } from "./site-header";
import { useLanguage, useTheme } from "./use-look";

/** What can be done on every page: where to go, and how it is to look. */
export function useSiteCommands(visitor: Visitor | null, stored: Theme) {
  const t = useTranslations("palette");
  const tSite = useTranslations("site");
  const tAccount = useTranslations("account");
  const tDrafts = useTranslations("drafts");
  const tStaff = useTranslations("staff.nav");
  const router = useRouter();
  const [language, chooseLanguage] = useLanguage(visitor?.id ?? null);
  const [theme, chooseTheme] = useTheme(stored);
  const signOut = useSignOut();
  const icon = { "aria-hidden": true } as const;

  const go = (id: Route, label: string, image: Command["icon"], keywords?: string): Command => ({
    id,
    label,
    icon: image,
    ...(keywords ? { keywords } : {}),
    run: () => router.push(id),
  });
  const mine: Command[] = visitor
    ? [
        go("/drafts", tSite("drafts"), <LayoutGrid {...icon} />),
        go("/drafts/new", tDrafts("new"), <Plus {...icon} />, t("words.new")),
        go("/account", tAccount("page"), <CircleUser {...icon} />, t("words.account")),
      ]
    : [go("/sign-in", tSite("signIn"), <LogIn {...icon} />)];
  const places = [
    ...mine,
    go("/explore", tSite("explore"), <Compass {...icon} />),
    ...(visitor && visitor.role !== "educator"
      ? [
          go("/admin", tSite("admin"), <ListChecks {...icon} />),
          go("/admin/reports", tStaff("reports"), <Flag {...icon} />),
          go("/admin/hidden", tStaff("hidden"), <EyeOff {...icon} />),
          go("/admin/decisions", tStaff("decisions"), <ScrollText {...icon} />),
        ]
      : []),
    go("/", t("home"), <Home {...icon} />),
  ];
  const settings: Command[] = [
    ...themes
      .filter((name) => name !== theme)
      .map((name) => ({
        id: `look-${name}`,
        label: t("look", { look: tAccount(`looks.${name}`) }),
        icon: themeIcons[name],
        keywords: t("words.look"),
        run: () => chooseTheme(name),
      })),
    ...languages
      .filter((code) => code !== language)
      .map((code) => ({
        id: `language-${code}`,
        label: t("language", { language: tAccount(`languages.${code}`) }),
        icon: <Languages {...icon} />,
        keywords: t(`words.${code}`),
        run: () => void chooseLanguage(code),
      })),
    {
      id: "help",
      label: tAccount("shortcuts"),
      icon: <Keyboard {...icon} />,
      keywords: t("words.help"),
      run: openHelp,
    },
  ];
  if (visitor)
    settings.push({
      id: "sign-out",
      label: tAccount("signOut"),
      icon: <LogOut {...icon} />,
      // A full load, since pages that were left are kept in memory with what they showed.
      run: () => void signOut.mutateAsync().then(() => location.assign("/")),
    });
  return { places, settings };
}
