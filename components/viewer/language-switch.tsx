import type { Language } from "@/lib/contract/languages";
import type { ViewerProps } from "./types";

interface LanguageSwitchProps extends Pick<ViewerProps, "languages" | "words"> {
  language: Language;
  onChange: (language: Language) => void;
}

/** One tap changes the language of the cards. */
export function LanguageSwitch({ languages, language, words, onChange }: LanguageSwitchProps) {
  if (languages.length < 2) return null;
  return (
    <fieldset className="flex justify-center gap-2">
      <legend className="sr-only">{words[language].languages}</legend>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-label={words[code].language}
          aria-pressed={code === language}
          onClick={() => onChange(code)}
          className="size-12 rounded-full font-bold font-display text-lg transition-transform active:scale-90 sm:size-14 bg-black/45 text-white aria-pressed:bg-white aria-pressed:text-[#2c2148] aria-pressed:shadow-lg"
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
