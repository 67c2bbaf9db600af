/** The time zone of this browser. Only for what no server renders, which knows no zone but UTC. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
