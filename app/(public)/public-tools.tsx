import { getTranslations } from "next-intl/server";
import { LateTools } from "@/components/site/late-tools";
import type { SiteToolsProps } from "@/components/site/site-tools";
import { readGround } from "../ground";

/** The tools of the bar where most only look: nothing is loaded before somebody needs it. */
export async function PublicTools({ visitor, theme }: SiteToolsProps) {
  const [ground, t] = await Promise.all([readGround("public"), getTranslations()]);
  const labels = {
    palette: t("palette.open"),
    account: visitor ? t("account.open", { name: visitor.name }) : t("account.settings"),
    control: t("shortcuts.control"),
  };
  return <LateTools visitor={visitor} theme={theme} labels={labels} ground={ground} />;
}
