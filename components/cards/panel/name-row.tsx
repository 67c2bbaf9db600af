"use client";

import { ChevronDown, Square, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CardVersions } from "@/components/versions/kept-versions";
import { OwnVoice } from "@/components/versions/own-voice";
import { PlayButton } from "@/components/versions/play-button";
import { useDeviceVoice } from "@/components/viewer/sound/use-device-voice";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import { useOpenedCard } from "./card-editing";
import { CardText } from "./card-text";

/** The name in one language: written, heard, and said in another way or by another voice. */
export function NameRow({ language }: { language: Language }) {
  const { card, canEdit } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const tLanguages = useTranslations("account.languages");
  const tWords = useTranslations("words");
  const [isOpen, setIsOpen] = useState(false);
  const name = card.names[language];
  const label = tLanguages(language);
  return (
    <li className="flex flex-col gap-2">
      <div className="flex items-start gap-1.5">
        <span
          aria-hidden="true"
          title={label}
          className="mt-2 grid h-7 w-9 shrink-0 place-items-center rounded-full bg-sunken font-bold text-ink-soft text-xs"
        >
          {language.toUpperCase()}
        </span>
        <CardText
          path={`names.${language}`}
          label={t("nameIn", { language: label })}
          language={language}
          field="name"
          maxLength={100}
          isLabelHidden
          placeholder={tWords("missing")}
        />
        {name ? <Listen language={language} name={name} /> : null}
        {name && canEdit ? (
          <Button
            variant="quiet"
            size="icon"
            aria-expanded={isOpen}
            aria-label={t("saying", { language: label })}
            title={t("saying", { language: label })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronDown
              aria-hidden="true"
              className={cn("transition-[rotate] motion-reduce:transition-none", isOpen && "rotate-180")}
            />
          </Button>
        ) : null}
      </div>
      {isOpen && name ? (
        <div className="flex animate-rise flex-col gap-4 rounded-2xl bg-sunken p-3.5 sm:ml-10.5">
          <div className="flex flex-col gap-1">
            <CardText
              path={`texts.${language}.speak_as`}
              label={tWords("fields.speak_as")}
              language={language}
              field="speak_as"
              maxLength={200}
              placeholder={name}
            />
            <p className="text-ink-soft text-sm">{t("speakAsHint")}</p>
          </div>
          <OwnVoice asset={card} language={language} />
          {card.texts[language]?.speech_path ? (
            <CardVersions asset={card} name={name} piece="speech" language={language} />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** Says the name: as it was made or recorded, else with the voice of this device. */
function Listen({ language, name }: { language: Language; name: string }) {
  const { card } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const { canSpeak, isSpeaking, speak, stop } = useDeviceVoice(language);
  const text = card.texts[language];
  if (text?.speech_url) return <PlayButton url={text.speech_url} label={name} variant="quiet" size="icon" />;
  if (!canSpeak) return null;
  const label = `${t(isSpeaking ? "stopSaying" : "sayHere")}: ${name}`;
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={label}
      title={label}
      onClick={() => (isSpeaking ? stop() : speak(text?.speak_as ?? name))}
      className="relative"
    >
      {isSpeaking ? <Square aria-hidden="true" className="fill-current" /> : <Volume2 aria-hidden="true" />}
    </Button>
  );
}
