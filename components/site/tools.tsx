import { Search, Settings2 } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import type { Visitor } from "./site-header";

type ButtonProps = ComponentProps<"button">;

const look = { variant: "quiet", size: "icon" } as const;

interface PaletteToolProps extends ButtonProps {
  label: string;
  /** What is printed on the key that goes with the letter. */
  control: string;
}

/** The button of the command palette, with or without the palette behind it. */
export function PaletteTool({ label, control, ...props }: PaletteToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className={buttonVariants({ ...look, className: "lg:w-auto lg:px-4" })}
      {...props}
    >
      <Search aria-hidden="true" className="text-ink-soft" />
      <span aria-hidden="true" className="font-semibold text-ink-soft text-sm max-lg:hidden">
        {control} K
      </span>
    </button>
  );
}

interface AccountToolProps extends ButtonProps {
  label: string;
  visitor: Visitor | null;
  /** In which the letter of a name is made a capital. */
  language: string;
}

/** The button of the menu of the account, with or without the menu behind it. */
export function AccountTool({ label, visitor, language, ...props }: AccountToolProps) {
  return (
    <button type="button" aria-label={label} aria-haspopup="menu" className={buttonVariants(look)} {...props}>
      {visitor ? (
        <span className="grid size-9 place-items-center rounded-full bg-sea-wash font-display font-bold text-base text-sea-ink">
          {[...visitor.name][0]?.toLocaleUpperCase(language)}
        </span>
      ) : (
        <Settings2 aria-hidden="true" />
      )}
    </button>
  );
}
