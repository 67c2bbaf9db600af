import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const badgeVariants = cva(
  "inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-bold text-sm [&_svg]:size-4",
  {
    variants: {
      tone: {
        plain: "bg-sunken text-ink-soft",
        sun: "bg-sun-wash text-sun-ink",
        leaf: "bg-leaf-wash text-leaf-ink",
        sea: "bg-sea-wash text-sea-ink",
        berry: "bg-berry-wash text-berry",
        danger: "bg-danger-wash text-danger",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

export function Badge({ tone, className, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
