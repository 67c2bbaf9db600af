/** How bad a test has made the network: the one row of `net._faults`. */
export interface Faults {
  drop_percent: number;
  duplicate_percent: number;
  delay_ms: number;
}

/**
 * How often a request is sent under these faults: 0 when it is lost, 2 when the network repeats it. A test sets them
 * with `update net._faults set drop_percent = 30, duplicate_percent = 20, url_like = 'http://127.0.0.1:9999/%'`, and
 * must set them back to 0.
 */
export function copiesToSend(faults: Faults, random: () => number = Math.random): number {
  if (random() * 100 < faults.drop_percent) return 0;
  return random() * 100 < faults.duplicate_percent ? 2 : 1;
}
