import { Check } from "lucide-react";
import type { ReactNode } from "react";

export interface Chip<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Language of the label, where it is not the page's. */
  lang?: string;
}

interface ChipSetProps<Value extends string> {
  legend: string;
  /** The legend is only read aloud: a heading beside it says the same. */
  isLegendHidden?: boolean;
  hint?: string;
  chips: readonly Chip<Value>[];
  chosen: readonly Value[];
  /** Called with the values in the order of the chips; never with none of them. */
  onChange: (chosen: Value[]) => void;
}

/** Several answers to one question, at least one of them. */
export function ChipSet<Value extends string>({
  legend,
  isLegendHidden = false,
  hint,
  chips,
  chosen,
  onChange,
}: ChipSetProps<Value>) {
  const handleToggle = (value: Value, isOn: boolean) => {
    const next = chips
      .map((chip) => chip.value)
      .filter((one) => (one === value ? isOn : chosen.includes(one)));
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-1.5 md:col-span-2">
      <legend className={isLegendHidden ? "sr-only" : "mb-1.5 font-bold"}>{legend}</legend>
      {hint ? <p className="mb-1 text-ink-soft text-sm">{hint}</p> : null}
      <div className="flex flex-wrap gap-2">
        {chips.map(({ value, label, lang }) => (
          <label
            key={value}
            className="group flex h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-4 font-semibold has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => handleToggle(value, event.target.checked)}
              className="sr-only"
            />
            <Check aria-hidden="true" className="hidden size-4 group-has-checked:block" />
            <span lang={lang}>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
