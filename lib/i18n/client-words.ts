import type { Messages, NamespaceKeys, NestedKeyOf } from "next-intl";

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** The words of what stands on every page with a bar on top: search, settings, notices. */
const bar = [
  "account",
  "draftStatus",
  "drafts",
  "notices",
  "palette",
  "shortcuts",
  "site",
  "staff.nav",
] as const satisfies Namespace[];

/** The words with which a refusal of the studio is told. */
const refusals = ["again", "errors", "moderation"] as const satisfies Namespace[];

/**
 * The words that are sent along with the pages of each part of the studio, for what is drawn in the browser; all other words stay on the server.
 * A test follows the imports of each part and says which of these are missing or too many.
 */
export const clientWords = {
  public: bar,
  auth: ["account", "auth", "authErrors", "invitation", "shortcuts", "site", ...refusals],
  studio: [
    ...bar,
    ...refusals,
    "accountPage",
    "auth",
    "authErrors",
    "cardPanel",
    "cards",
    "class",
    "draft",
    "draftList",
    "draftPage",
    "forecast",
    "hiding",
    "ideas",
    "invitation",
    "live",
    "members",
    "newDraft",
    "pieceErrors",
    "pieces",
    "preflight",
    "presence",
    "preview",
    "publish",
    "releases",
    "report",
    "sharing",
    "styles",
    "themes",
    "universePanel",
    "versions",
    "words",
  ],
  admin: [...bar, ...refusals, "admin", "live", "staff"],
  class: ["class", "live", "site", ...refusals],
} as const satisfies Record<string, readonly Namespace[]>;

export type WordsOf = keyof typeof clientWords;

interface Words {
  [key: string]: string | Words;
}

/** Of all words those of a part of the studio, at the places where they are. */
export function wordsFor(part: WordsOf, all: Messages): Partial<Messages> {
  const chosen: Words = {};
  for (const path of clientWords[part]) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    let [from, to]: [Words, Words] = [all, chosen];
    for (const step of steps) {
      from = from[step] as Words;
      const inner = (to[step] ?? {}) as Words;
      to[step] = inner;
      to = inner;
    }
    to[last] = from[last] ?? {};
  }
  return chosen;
}
