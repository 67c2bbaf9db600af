/** A way in which many requests of one person meet at once, and what the plan allows of them. */
export interface Contest {
  name: string;
  plan: {
    requests_per_hour: number;
    requests_per_day: number;
    generation_interval_seconds: number;
    monthly_credits: number;
  };
  /** How many of any number of requests are granted. */
  granted: number;
  /** What the others are told. */
  refusal: string;
  /** All requests are for one draft and carry one key. */
  hasOneKey?: boolean;
}

const plenty = {
  requests_per_hour: 100_000,
  requests_per_day: 100_000,
  generation_interval_seconds: 0,
  monthly_credits: 100_000,
};
/** Each draft of a contest has so many cards, and each card costs one credit. */
export const cardsPerDraft = 3;

export const contests: Contest[] = [
  { name: "an hour", plan: { ...plenty, requests_per_hour: 10 }, granted: 10, refusal: "rate_limited" },
  { name: "a day", plan: { ...plenty, requests_per_day: 7 }, granted: 7, refusal: "rate_limited" },
  {
    name: "a minute",
    plan: { ...plenty, generation_interval_seconds: 60 },
    granted: 1,
    refusal: "rate_limited",
  },
  {
    name: "a month's credits",
    plan: { ...plenty, monthly_credits: 12 * cardsPerDraft + 1 },
    granted: 12,
    refusal: "out_of_credits",
  },
  { name: "one key", plan: plenty, granted: 1, refusal: "", hasOneKey: true },
];
