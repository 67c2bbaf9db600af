import { expect, it } from "vitest";
import {
  jobMilliseconds,
  megapixelMilliseconds,
  openCpuBudget,
} from "../../supabase/functions/_shared/cpu-budget.ts";

/** What the platform gives one call. */
const given = 2000;
/** Claimed at once: ten judgements and ten other jobs. */
const atOnce = 20;

it("begins with a hundred jobs and no more", () => {
  const budget = openCpuBudget();
  let jobs = 0;
  for (; budget.hasRoom(); jobs += 10) budget.spend(10 * jobMilliseconds);
  expect(jobs).toBe(100);
});

it("stays inside what the platform gives a call, however large the pictures are of what was begun last", () => {
  const budget = openCpuBudget();
  let spent = 999;
  budget.spend(spent);
  expect(budget.hasRoom()).toBe(true);
  budget.spend(atOnce * jobMilliseconds);
  spent += atOnce * jobMilliseconds;
  const megapixels = 4.2;
  let pictures = 0;
  for (let nth = 1; nth <= atOnce; nth += 1)
    if (budget.take(megapixels * megapixelMilliseconds)) pictures += 1;
  spent += pictures * megapixels * megapixelMilliseconds;
  expect(pictures).toBeGreaterThan(0);
  expect(pictures).toBeLessThan(atOnce);
  expect(spent).toBeLessThan(given);
});

it("notes nothing for a picture that does not fit, so that a smaller one still may", () => {
  const budget = openCpuBudget({ begin: 10, end: 100 });
  expect(budget.take(90)).toBe(true);
  expect(budget.take(11)).toBe(false);
  expect(budget.take(10)).toBe(true);
  expect(budget.take(1)).toBe(false);
});
