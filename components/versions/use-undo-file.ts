"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { useRestoreAssetVersion } from "@/lib/versions/mutations";
import { assetVersionsQuery } from "@/lib/versions/queries";
import type { AssetVersionsQuery } from "@/lib/versions/schema";

/**
 * Says that a card has another file, and offers the one before, by its Storage key. `otherwise` undoes it where there
 * was none before.
 */
export function useUndoFile(draftId: string, assetId: string, of: AssetVersionsQuery) {
  const t = useTranslations("versions");
  const client = useQueryClient();
  const problemText = useProblemText();
  const { mutateAsync } = useRestoreAssetVersion(draftId, assetId);
  const restore = async (path: string) => {
    const list = await client.fetchQuery({ ...assetVersionsQuery(draftId, assetId, of, path), staleTime: 0 });
    const before = list.items.find(({ storage_path }) => storage_path === path);
    if (before) await mutateAsync(before.id);
  };
  return (title: string, pathBefore: string | null, otherwise?: () => Promise<unknown>) => {
    const undo = pathBefore ? () => restore(pathBefore) : otherwise;
    const toastId = toasts.add({
      title,
      type: "success",
      ...(undo && {
        actionProps: {
          children: t("undo"),
          onClick: () => {
            toasts.close(toastId);
            undo().catch((error: unknown) =>
              toasts.add({ title: t("notRestored"), description: problemText(error), type: "error" }),
            );
          },
        },
      }),
    });
  };
}
