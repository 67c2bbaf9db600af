import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";

interface RadioChipsProps<Value extends string> {
  legend: string;
  chips: readonly { value: Value; label: ReactNode }[];
  chosen: Value;
  onChange: (value: Value) => void;
}

/** One answer of several. */
export function RadioChips<Value extends string>({
  legend,
  chips,
  chosen,
  onChange,
}: RadioChipsProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-bold text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {chips.map(({ value, label }) => (
          <label
            key={value}
            className="group flex min-h-11 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong px-3.5 py-1.5 font-semibold text-sm has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChange(value)}
              className="sr-only"
            />
            <Check aria-hidden="true" className="hidden size-4 shrink-0 group-has-checked:block" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
