"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useQueryClient } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { SaveState } from "@/components/translations/save-state";
import { Button } from "@/components/ui/button";
import { SidePanel } from "@/components/ui/side-panel";
import { toasts } from "@/components/ui/toast";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { LookPart } from "./look-part";
import { MusicPart } from "./music-part";
import { NamesPart } from "./names-part";
import { closeUniverse, openerOfUniverse, openUniverse, type PanelTab, useOpenTab } from "./open-panel";
import { PromptsPart } from "./prompts-part";
import { UniverseEditingContext } from "./universe-editing";
import { type DraftEdits, useDraftEdits } from "./use-draft-edits";

const parts: Record<PanelTab, () => React.ReactNode> = {
  names: NamesPart,
  look: LookPart,
  music: MusicPart,
  prompts: PromptsPart,
};
const tabs = Object.keys(parts) as PanelTab[];

interface UniversePanelProps {
  draft: Draft;
  assets: readonly Asset[];
}

/** Everything about a universe as a whole, beside its deck, while the address asks for it. */
export function UniversePanel({ draft, assets }: UniversePanelProps) {
  const t = useTranslations("universePanel");
  const locale = useLocale();
  const tab = useOpenTab();
  const edits = useDraftEdits(draft.id);
  const client = useQueryClient();
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const editing = {
    draft,
    assets,
    canEdit,
    edits,
    onBroken: () => void client.invalidateQueries({ queryKey: draftKeys.detail(draft.id), exact: true }),
  };
  return (
    <UniverseEditingContext value={editing}>
      <SidePanel
        isOpen={tab !== null}
        onClose={closeUniverse}
        title={draft.names[locale] ?? draft.name}
        closeLabel={t("close")}
        finalFocus={openerOfUniverse}
      >
        {tab ? <OpenPanel tab={tab} edits={edits} canEdit={canEdit} /> : null}
      </SidePanel>
    </UniverseEditingContext>
  );
}

interface OpenPanelProps {
  tab: PanelTab;
  edits: DraftEdits;
  canEdit: boolean;
}

function OpenPanel({ tab, edits, canEdit }: OpenPanelProps) {
  const t = useTranslations("universePanel");
  const walk = async (way: () => Promise<boolean>) => {
    if (!(await way())) toasts.add({ title: t("notUndone"), type: "error" });
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const isText = event.target instanceof HTMLTextAreaElement;
    const key = event.key.toLowerCase();
    // A text that is being written has its own way back.
    if (isText || !(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    event.stopPropagation();
    const isForth = key === "y" || event.shiftKey;
    if (isForth && edits.canRedo) void walk(edits.redo);
    if (!isForth && edits.canUndo) void walk(edits.undo);
  };
  const handleTab = (next: PanelTab) => {
    openUniverse(next);
    document.querySelector("[data-side-panel]")?.scrollTo({ top: 0 });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of everything inside
    <div onKeyDown={handleKey} className="flex flex-1 flex-col">
      <Tabs.Root value={tab} onValueChange={handleTab}>
        <div className="flex flex-col gap-1 border-line border-b bg-surface px-5 pt-1 [@media(min-height:40rem)]:sticky [@media(min-height:40rem)]:top-17 [@media(min-height:40rem)]:z-9">
          {canEdit ? (
            <div className="flex items-center gap-1">
              <SaveState edits={edits} />
              <span className="flex-1" />
              <Button
                variant="quiet"
                size="icon"
                disabled={!edits.canUndo}
                aria-label={t("undo")}
                onClick={() => void walk(edits.undo)}
              >
                <Undo2 aria-hidden="true" />
              </Button>
              <Button
                variant="quiet"
                size="icon"
                disabled={!edits.canRedo}
                aria-label={t("redo")}
                onClick={() => void walk(edits.redo)}
              >
                <Redo2 aria-hidden="true" />
              </Button>
            </div>
          ) : (
            <p className="py-1.5 text-ink-soft text-sm">{t("readOnly")}</p>
          )}
          <Tabs.List aria-label={t("parts")} className="-mx-2 flex">
            {tabs.map((one) => (
              <Tabs.Tab
                key={one}
                value={one}
                className="min-h-11 min-w-0 flex-1 border-transparent border-b-4 px-1.5 py-2 font-bold text-ink-soft text-sm hover:text-ink data-active:border-berry data-active:text-ink xs:text-base"
              >
                {t(`tabs.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </div>
        {tabs.map((one) => {
          const Part = parts[one];
          return (
            <Tabs.Panel
              key={one}
              value={one}
              className="flex flex-col gap-7 px-5 pt-5 pb-10 outline-offset-[-4px]"
            >
              <Part />
            </Tabs.Panel>
          );
        })}
      </Tabs.Root>
    </div>
  );
}
