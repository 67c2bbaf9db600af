/** What a prompt may be refused for. The codes are stable: they are stored, answered and named in every language. */
export const categories = [
  "sexual",
  "violence",
  "weapons",
  "self_harm",
  "hate",
  "drugs",
  "horror",
  "profanity",
  "personal_data",
] as const;

export type Category = (typeof categories)[number];
