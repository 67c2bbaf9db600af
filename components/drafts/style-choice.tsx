import { useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { type Style, styles } from "@/lib/contract/styles";

interface StyleChoiceProps {
  style: Style;
  onChange: (style: Style) => void;
  /** The legend is only read aloud: a heading beside it says the same. */
  isLegendHidden?: boolean;
}

/** How all pictures are painted, by the same fox painted in each way. */
export function StyleChoice({ style, onChange, isLegendHidden = false }: StyleChoiceProps) {
  const t = useTranslations("styles");
  return (
    <fieldset className="md:col-span-2">
      <legend className={isLegendHidden ? "sr-only" : "mb-1.5 font-bold"}>{t("title")}</legend>
      <div className="grid max-w-lg grid-cols-3 gap-3">
        {styles.map((one) => (
          <label
            key={one}
            className="flex cursor-pointer flex-col gap-1.5 rounded-3xl border border-line p-1.5 text-center has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3 has-checked:ring-2 has-checked:ring-leaf"
          >
            <input
              type="radio"
              name="style"
              value={one}
              checked={style === one}
              onChange={() => onChange(one)}
              className="sr-only"
            />
            <Picture
              src={`/styles/${one}.webp`}
              alt=""
              width={384}
              height={384}
              className="aspect-square w-full rounded-2xl object-cover"
            />
            <span className="px-0.5 pb-0.5 font-semibold text-sm leading-tight">{t(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
