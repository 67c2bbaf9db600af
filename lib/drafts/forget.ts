import type { QueryClient } from "@tanstack/react-query";
import { draftKeys, type Page } from "./queries.ts";
import type { Draft } from "./schema.ts";

/** Takes a draft that is gone for this person off every list and out of the cache. */
export function forgetDraft(client: QueryClient, draftId: string): void {
  client.setQueriesData<Page<Draft>>({ queryKey: draftKeys.list }, (page) => {
    if (!page) return page;
    const items = page.items.filter(({ id }) => id !== draftId);
    return { items, total: page.total - (page.items.length - items.length) };
  });
  client.removeQueries({ queryKey: draftKeys.detail(draftId) });
}
