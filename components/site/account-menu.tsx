"use client";

import { CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { useSignOut } from "@/lib/account/mutations";
import { type Theme, themes } from "@/lib/account/preferences";
import { languages } from "@/lib/contract/language-codes";
import { openHelp } from "./shortcuts";
import type { Visitor } from "./site-header";
import { AccountTool } from "./tools";
import { useLanguage, useTheme } from "./use-look";

export const themeIcons = {
  system: <Monitor aria-hidden="true" />,
  light: <Sun aria-hidden="true" />,
  dark: <Moon aria-hidden="true" />,
};

interface AccountMenuProps {
  visitor: Visitor | null;
  theme: Theme;
  ref?: Ref<HTMLButtonElement>;
}

/** Language, look, help and the way out. */
export function AccountMenu({ visitor, theme: stored, ref }: AccountMenuProps) {
  const t = useTranslations("account");
  const [language, chooseLanguage] = useLanguage(visitor?.id ?? null);
  const [theme, chooseTheme] = useTheme(stored);
  const signOut = useSignOut();

  const handleSignOut = async () => {
    await signOut.mutateAsync();
    // A full load, since pages that were left are kept in memory with what they showed.
    location.assign("/");
  };

  return (
    <Menu modal={false}>
      <MenuTrigger
        ref={ref}
        render={
          <AccountTool
            label={visitor ? t("open", { name: visitor.name }) : t("settings")}
            visitor={visitor}
            language={language}
          />
        }
      />
      <MenuContent className="w-68">
        {visitor ? (
          <>
            <div className="px-3 pt-2 pb-1">
              <p className="truncate font-bold">{visitor.name}</p>
              <p className="truncate text-ink-soft text-sm">{visitor.email}</p>
            </div>
            <MenuItem render={<Link href="/account" />}>
              <CircleUser aria-hidden="true" />
              {t("page")}
            </MenuItem>
            <MenuLine />
          </>
        ) : null}
        <MenuLabel>{t("language")}</MenuLabel>
        <MenuRadioGroup value={language} onValueChange={chooseLanguage}>
          {languages.map((code) => (
            <MenuRadioItem key={code} value={code} closeOnClick>
              <span lang={code}>{t(`languages.${code}`)}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLine />
        <MenuLabel>{t("look")}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={chooseTheme}>
          {themes.map((name) => (
            <MenuRadioItem key={name} value={name}>
              {themeIcons[name]}
              {t(`looks.${name}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        {visitor ? (
          <>
            <MenuLine />
            <MenuItem onClick={openHelp}>
              <Keyboard aria-hidden="true" />
              {t("shortcuts")}
            </MenuItem>
            <MenuItem onClick={handleSignOut}>
              <LogOut aria-hidden="true" />
              {t("signOut")}
            </MenuItem>
          </>
        ) : null}
      </MenuContent>
    </Menu>
  );
}
