import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { buttonVariants } from "./button-variants";
import { SubmitButton } from "./submit-button";

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    busy?: boolean;
    /** There is nothing more to do with it just now. Unlike a disabled one it keeps the focus, so that keys go on working. */
    isOff?: boolean;
  };

export function Button({ variant, size, busy, isOff, className, type = "button", ...props }: ButtonProps) {
  const all = {
    "aria-busy": busy || undefined,
    "aria-disabled": busy || isOff || undefined,
    className: cn(buttonVariants({ variant, size }), isOff && "pointer-events-none opacity-55", className),
    ...props,
    ...(isOff ? { onClick: undefined } : {}),
  };
  return type === "submit" ? <SubmitButton {...all} /> : <button type={type} {...all} />;
}
