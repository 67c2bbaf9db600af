/** The address that a link in a letter comes back to, and where it leads from there. */
export function callbackUrl(next: string): string {
  return `${location.origin}/auth/callback?next=${encodeURIComponent(next)}`;
}
