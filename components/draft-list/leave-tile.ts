/** Moves the focus from a draft that is about to go to the one beside it. */
export function leaveTile(draftIds: readonly string[]): void {
  const here = document.activeElement?.closest<HTMLElement>("[data-draft]");
  if (!here || !draftIds.includes(here.dataset.draft ?? "")) return;
  const next = here.nextElementSibling ?? here.previousElementSibling;
  next?.querySelector<HTMLElement>("[data-arrow-stop]")?.focus();
}
