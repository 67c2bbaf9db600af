"use client";

import { useDeferredValue, useState } from "react";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { checkDeck } from "@/lib/language-check/check-deck";
import type { Finding } from "@/lib/language-check/finding";
import { type FindingsByPlace, groupFindings } from "@/lib/translations/group-findings";

interface DeckCheck {
  findings: readonly Finding[];
  byPlace: FindingsByPlace;
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
  return { cards, languages, findings, byPlace: groupFindings(findings, before) };
}
