"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, CircleAlert, CircleCheck, Pipette } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { themeQuery } from "@/lib/themes/queries";
import { contrastOf, enoughContrast, readableShade, swatches } from "@/lib/universes/colour";
import { ColourScene } from "./colour-scene";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { useChoice } from "./use-choice";

/** The colour behind the cards, with how well the names can be read on it. */
export function BackgroundColour() {
  const { draft, canEdit } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const name = useId();
  const { data: theme } = useQuery(themeQuery(draft.template));
  const { value, choose, notice } = useChoice("background_color", (colour) => colour);
  const [trying, setTrying] = useState<string | null>(null);
  const shown = trying ?? value;
  const contrast = contrastOf(shown);
  const isReadable = contrast >= enoughContrast;
  const offered = [...new Set(theme ? [theme.background_color, ...swatches] : swatches)];
  const isOwn = !offered.some((swatch) => swatch === shown);
  const keep = (colour: string) => {
    setTrying(null);
    if (colour !== value) void choose(colour);
  };
  return (
    <Section title={t("colour")} hint={t("colourHint")}>
      <ColourScene colour={shown} />
      <p
        className={cn(
          "flex items-center gap-2 rounded-2xl px-3.5 py-2 font-semibold text-sm [&_svg]:size-5 [&_svg]:shrink-0",
          isReadable ? "bg-leaf-wash text-leaf-ink" : "bg-danger-wash text-danger",
        )}
      >
        {isReadable ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        <span className="flex-1">{t(isReadable ? "readable" : "unreadable", { contrast })}</span>
        {isReadable || !canEdit ? null : (
          <Button variant="secondary" onClick={() => keep(readableShade(shown))}>
            {t("darken")}
          </Button>
        )}
      </p>
      {canEdit ? (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t("colour")}</legend>
          {offered.map((swatch) => (
            <label
              key={swatch}
              className="relative grid size-11 cursor-pointer place-items-center rounded-full text-white has-focus-visible:outline-3 has-focus-visible:outline-sea has-checked:ring-2 has-checked:ring-leaf"
            >
              <input
                type="radio"
                name={name}
                checked={swatch === shown}
                onChange={() => keep(swatch)}
                aria-label={
                  swatch === theme?.background_color ? t("themeColour", { colour: swatch }) : swatch
                }
                className="sr-only"
              />
              <Dot colour={swatch} />
              {swatch === shown ? <Check aria-hidden="true" className="absolute size-5" /> : null}
            </label>
          ))}
          <OwnColour colour={shown} isChosen={isOwn} onTry={setTrying} onKeep={keep} />
        </fieldset>
      ) : null}
      {notice}
    </Section>
  );
}

function Dot({ colour }: { colour: string }) {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className="size-9">
      <circle cx="18" cy="18" r="17" fill={colour} className="stroke-line" />
    </svg>
  );
}

interface OwnColourProps {
  colour: string;
  isChosen: boolean;
  /** While one is still looking for it. */
  onTry: (colour: string) => void;
  onKeep: (colour: string) => void;
}

function OwnColour({ colour, isChosen, onTry, onKeep }: OwnColourProps) {
  const t = useTranslations("universePanel");
  const input = useRef<HTMLInputElement>(null);
  // React calls `onChange` at every step; the browser says `change` once the colour is chosen.
  useEffect(() => {
    const picker = input.current;
    const handleChosen = () => picker && onKeep(picker.value);
    picker?.addEventListener("change", handleChosen);
    return () => picker?.removeEventListener("change", handleChosen);
  }, [onKeep]);
  return (
    <label
      className={cn(
        "relative flex h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-3.5 font-semibold text-sm has-focus-visible:outline-3 has-focus-visible:outline-sea",
        isChosen && "border-leaf bg-leaf-wash text-leaf-ink",
      )}
    >
      {isChosen ? <Dot colour={colour} /> : <Pipette aria-hidden="true" className="size-5" />}
      {t("ownColour")}
      <input
        ref={input}
        type="color"
        value={colour}
        onChange={({ target }) => onTry(target.value)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </label>
  );
}
