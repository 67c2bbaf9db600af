/**
 * The five languages of every card and of the interface, in the order in which they are shown. Apart from the schemas, for what every
 * page brings to the browser, where zod weighs a quarter of an empty page.
 */
export const languages = ["fr", "en", "es", "it", "de"] as const;
export type Language = (typeof languages)[number];
