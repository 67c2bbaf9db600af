import { cva } from "class-variance-authority";

export const buttonVariants = cva(
  "inline-flex max-w-full shrink-0 select-none items-center justify-center gap-2 rounded-full text-center sm:whitespace-nowrap font-bold transition-[translate,box-shadow,background-color,color] duration-100 disabled:pointer-events-none disabled:opacity-55 aria-busy:pointer-events-none aria-busy:opacity-70 [&_svg]:size-[1.15em] [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "bg-berry text-on-berry shadow-[0_3px_0_var(--berry-edge)] hover:brightness-105 active:translate-y-[3px] active:shadow-none",
        secondary:
          "border border-line bg-surface text-ink shadow-[0_3px_0_var(--line)] hover:bg-sunken active:translate-y-[3px] active:shadow-none",
        quiet: "text-ink hover:bg-sunken",
        danger:
          "bg-danger-wash text-danger shadow-[inset_0_0_0_1.5px_currentColor] hover:brightness-95 active:translate-y-px",
      },
      size: {
        sm: "min-h-9 px-3.5 py-1 text-sm pointer-coarse:min-h-11",
        md: "min-h-11 px-5 py-1.5 text-base",
        lg: "min-h-14 px-7 py-2 text-lg",
        icon: "size-11 p-0 text-lg",
        "icon-sm": "size-9 p-0 text-base pointer-coarse:size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);
