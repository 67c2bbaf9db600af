/** In the order in which they are looked for: most browsers name others too, so that old pages let them in. */
const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, "Edge"],
  [/\bOPR\/|\bOPiOS\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bChromium\/|\bHeadlessChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: [pattern: RegExp, name: string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

const find = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** What people call the browser and the device that a User-Agent header tells of; null for what it does not tell. */
export function browserName(userAgent: string | null): { browser: string | null; system: string | null } {
  return {
    browser: find(browsers, userAgent ?? "") ?? null,
    system: find(systems, userAgent ?? "") ?? null,
  };
}

/** Whether it is held in the hand, for the picture beside its name. */
export function isHandheld(system: string | null): boolean {
  return system === "iPhone" || system === "iPad" || system === "Android";
}
