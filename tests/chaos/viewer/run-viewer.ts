import type { Browser, BrowserContextOptions } from "@playwright/test";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { type VisitReport, visit } from "./visit.ts";

/** The size of a run. */
export interface ViewerRun {
  slugs: string[];
  /** Visits of each universe without a plant, and as many with one. */
  visits: number;
  /** False for the control, in which the page comes without its security policy. */
  hasPolicy: boolean;
}

const screens: BrowserContextOptions[] = [
  { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  { viewport: { width: 820, height: 1180 }, hasTouch: true },
  { viewport: { width: 1920, height: 1080 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" },
];

/** What may not be, for each visit: what is found of it. */
const rules: Record<string, (report: VisitReport, isPlanted: boolean) => string[]> = {
  "nobody but the studio is asked for anything": ({ elsewhere }) => elsewhere,
  "no cookie is set": ({ cookies }) => cookies,
  "nothing is stored before the gate": ({ stored }) => stored,
  "the security policy stops nothing of the page's own": ({ violations }, isPlanted) =>
    isPlanted ? [] : violations,
  "a planted script does not run": ({ hasPlantRun }) => (hasPlantRun ? ["it ran"] : []),
};

/** Children visit universes with new browsers on four kinds of screens. Needs the running studio of `npm run chaos`. */
export async function runViewer(
  browser: Browser,
  { slugs, visits, hasPolicy }: ViewerRun,
): Promise<ChaosReport> {
  const startedAt = performance.now();
  const injected = { visits: 0, plants: 0 };
  const figures = { cards: 0, requests: 0, blockedPlants: 0 };
  const found = new Map<string, string[]>(Object.keys(rules).map((rule) => [rule, []]));
  for (const slug of slugs)
    for (let nth = 0; nth < 2 * visits; nth += 1) {
      const isPlanted = nth % 2 === 1;
      const screen = screens[Math.floor(nth / 2) % screens.length] ?? {};
      const report = await visit(browser, { slug, browser: screen, isPlanted, hasPolicy });
      injected.visits += 1;
      figures.cards += report.cards;
      figures.requests += report.requests;
      if (isPlanted) injected.plants += 1;
      if (isPlanted && report.violations.length > 0 && !report.hasPlantRun) figures.blockedPlants += 1;
      for (const [rule, look] of Object.entries(rules)) found.get(rule)?.push(...look(report, isPlanted));
    }
  const counts = [...found].map(
    ([rule, cases]): Finding => ({
      rule,
      count: cases.length,
      examples: cases.slice(0, 3),
    }),
  );
  const needed = {
    visits: 2 * visits * slugs.length,
    blockedPlants: hasPolicy ? visits * slugs.length : 0,
  };
  return {
    run: "viewer",
    injected,
    figures: { ...figures, seconds: Math.round((performance.now() - startedAt) / 1000) },
    findings: counts.filter(({ count }) => count > 0),
    shortfalls: shortfallsOf({ ...injected, ...figures }, needed),
  };
}
