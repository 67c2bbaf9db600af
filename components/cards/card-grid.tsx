"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useState } from "react";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { CardTile, CardTileSkeleton } from "./card-tile";
import { RegenerateDialog } from "./regenerate-dialog";

/** The cards in their order, and a place for each one that is still to come. */
export function CardGrid({ draft, assets }: { draft: Draft; assets: Asset[] }) {
  const locale = useLocale();
  const client = useQueryClient();
  const [openId, setOpenId] = useState<string | null>(null);
  const language = draft.languages.includes(locale) ? locale : (draft.languages[0] ?? locale);
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const isMaking = draft.status === "generating" || draft.active_job_id !== null;
  const toCome = isMaking && assets.length === 0 ? draft.count : 0;
  const handleBroken = () => client.invalidateQueries({ queryKey: draftKeys.assets(draft.id) });
  return (
    <>
      <ul
        data-arrow-grid
        className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4 xl:grid-cols-5"
      >
        {assets.map((asset) => (
          <CardTile
            key={asset.id}
            asset={asset}
            language={language}
            languages={draft.languages}
            onRegenerate={canEdit ? setOpenId : null}
            onBroken={handleBroken}
          />
        ))}
        {Array.from({ length: toCome }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places have no name of their own
          <li key={index}>
            <CardTileSkeleton />
          </li>
        ))}
      </ul>
      <RegenerateDialog
        draftId={draft.id}
        asset={assets.find(({ id }) => id === openId) ?? null}
        language={language}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}
