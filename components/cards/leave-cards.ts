/** Moves the focus from cards that are about to go to the next one that stays. */
export function leaveCards(assetIds: readonly string[]): void {
  const here = document.activeElement?.closest<HTMLElement>("li[data-asset]");
  const isLeaving = (tile: Element) => assetIds.includes((tile as HTMLElement).dataset.asset ?? "");
  if (!here || !isLeaving(here)) return;
  const tiles = [...(here.parentElement?.querySelectorAll(":scope > li[data-asset]") ?? [])];
  const at = tiles.indexOf(here);
  const next = [...tiles.slice(at), ...tiles.slice(0, at).reverse()].find((tile) => !isLeaving(tile));
  next?.querySelector<HTMLElement>("[data-arrow-stop]")?.focus();
}
