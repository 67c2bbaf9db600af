import { useId } from "react";

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChange: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(([option, text]) => (
          <label
            key={option}
            className="flex min-h-12 cursor-pointer items-center rounded-xl border-2 border-line-strong px-4 font-semibold has-checked:border-berry has-checked:bg-berry-wash has-focus-visible:outline-3 has-focus-visible:outline-sea"
          >
            <input
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onChange(option)}
              className="sr-only"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SlideProps {
  label: string;
  value: number;
  least: number;
  most: number;
  /** The value as it is read. */
  shown: string;
  onChange: (value: number) => void;
}

/** More or less. */
export function Slide({ label, value, least, most, shown, onChange }: SlideProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="flex justify-between font-semibold">
        {label} <span className="text-ink-soft">{shown}</span>
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="slider h-12 w-full"
      />
    </div>
  );
}
