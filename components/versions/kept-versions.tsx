"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { toasts } from "@/components/ui/toast";
import type { Language } from "@/lib/contract/languages";
import type { Page } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { useRestoreAssetVersion, useRestoreDraftVersion } from "@/lib/versions/mutations";
import { assetVersionsQuery, draftVersionsQuery } from "@/lib/versions/queries";
import type { AssetVersionsQuery, Version } from "@/lib/versions/schema";
import { VersionStrip } from "./version-strip";

/** Shows another version, says so, and takes it back when it is asked to. */
function useRestoreWithUndo(
  versions: readonly Version[],
  restore: (versionId: string, options: { onSuccess?: () => void; onError: (error: Error) => void }) => void,
) {
  const t = useTranslations("versions");
  const problemText = useProblemText();
  const onError = (error: Error) => {
    toasts.add({ title: t("notRestored"), description: problemText(error), type: "error" });
  };
  return (version: Version) => {
    const before = versions.find(({ is_current }) => is_current);
    const onSuccess = () => {
      const toastId = toasts.add({
        title: t("restored"),
        type: "success",
        ...(before && {
          actionProps: {
            children: t("undo"),
            onClick: () => {
              toasts.close(toastId);
              restore(before.id, { onError });
            },
          },
        }),
      });
    };
    restore(version.id, { onSuccess, onError });
  };
}

interface KeptVersionsProps {
  query: UseQueryResult<Page<Version>>;
  name: string;
  isBusy: boolean;
  onRestore: (version: Version) => void;
}

function KeptVersions({ query, name, isBusy, onRestore }: KeptVersionsProps) {
  const t = useTranslations("versions");
  if (query.data)
    return <VersionStrip versions={query.data.items} name={name} isBusy={isBusy} onRestore={onRestore} />;
  if (query.isPending)
    return (
      <div role="status" aria-label={t("loading")} className="flex gap-2">
        <Skeleton className="size-18 rounded-2xl" />
        <Skeleton className="size-18 rounded-2xl" />
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-2">
      <FormError>{t("failed")}</FormError>
      <Button variant="secondary" onClick={() => query.refetch()}>
        {t("retry")}
      </Button>
    </div>
  );
}

/** The file of this piece that the card shows. */
function shownBy(asset: Asset, { piece, language }: AssetVersionsQuery): string | null {
  if (piece === "speech") return asset.texts[language as Language]?.speech_path ?? null;
  return asset[`${piece}_path`];
}

/** The last versions of a piece of a card; of its spoken name in one language. */
export function CardVersions({ asset, name, ...of }: { asset: Asset; name: string } & AssetVersionsQuery) {
  const query = useQuery(assetVersionsQuery(asset.draft_id, asset.id, of, shownBy(asset, of)));
  const { mutate, isPending } = useRestoreAssetVersion(asset.draft_id, asset.id);
  const handleRestore = useRestoreWithUndo(query.data?.items ?? [], mutate);
  return <KeptVersions query={query} name={name} isBusy={isPending} onRestore={handleRestore} />;
}

interface UniverseVersionsProps {
  draft: Draft;
  name: string;
  piece: "music" | "cover" | "poster" | "logo";
}

/** The last versions of the music or of a graphic of a universe. */
export function UniverseVersions({ draft, name, piece }: UniverseVersionsProps) {
  const query = useQuery(draftVersionsQuery(draft.id, piece, draft[`${piece}_path`]));
  const { mutate, isPending } = useRestoreDraftVersion(draft.id);
  const handleRestore = useRestoreWithUndo(query.data?.items ?? [], mutate);
  return <KeptVersions query={query} name={name} isBusy={isPending} onRestore={handleRestore} />;
}
