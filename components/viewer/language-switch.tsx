import type { Language } from "@/lib/contract/languages";
import { RoundButton } from "./round-button";
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
      <legend className="sr-only font-display">{words[language].languages}</legend>
      {languages.map((code, at) => (
        <RoundButton
          key={code}
          look="dark"
          turn={20 + at}
          lang={code}
          aria-label={words[code].language}
          aria-pressed={code === language}
          onClick={() => onChange(code)}
        >
          <span className="font-bold font-display text-lg sm:text-xl board:text-2xl">
            {code.toUpperCase()}
          </span>
        </RoundButton>
      ))}
    </fieldset>
  );
}
