/** How far the server's clock is ahead of this device's, in ms. */
let ahead = 0;

/** Takes note of the time that an answer of the server carried. */
export function setServerTime(at: string): void {
  ahead = Date.parse(at) - Date.now();
}

/** The present moment by the server's clock, in ms: leases and ages are measured by it. */
export function serverNow(): number {
  return Date.now() + ahead;
}
