"use client";

import { useDeferredValue, useState } from "react";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { checkDeck } from "@/lib/language-check/check-deck";
import type { Finding } from "@/lib/language-check/finding";
import { mendDeck, type WordEdit } from "@/lib/language-check/mend-deck";
import { type FindingsByPlace, groupFindings } from "@/lib/translations/group-findings";
import { placeKey } from "@/lib/translations/words";

interface DeckCheck {
  findings: readonly Finding[];
  byPlace: FindingsByPlace;
  /** What each place would say after everything that can be mended in it. */
  mendings: ReadonlyMap<string, WordEdit>;
}

/** What the check says of the deck as it is; read again after each change, once the change itself is on the page. */
export function useDeckCheck(cards: Asset[], languages: readonly Language[]): DeckCheck {
  const settled = useDeferredValue(cards);
  const [checked, setChecked] = useState(() => checkNow(settled, languages));
  if (checked.cards !== settled || checked.languages !== languages)
    setChecked(checkNow(settled, languages, checked.byPlace));
  return checked;
}

function checkNow(cards: Asset[], languages: readonly Language[], before?: FindingsByPlace) {
  const findings = checkDeck(cards, languages);
  const mendings = new Map(mendDeck(cards, languages).map((edit) => [placeKey(edit), edit]));
  return { cards, languages, findings, byPlace: groupFindings(findings, before), mendings };
}
