import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { buttonVariants } from "./button-variants";
import { SubmitButton } from "./submit-button";

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonVariants> & { busy?: boolean };

export function Button({ variant, size, busy, className, type = "button", ...props }: ButtonProps) {
  const all = {
    "aria-busy": busy || undefined,
    "aria-disabled": busy || undefined,
    className: cn(buttonVariants({ variant, size }), className),
    ...props,
  };
  return type === "submit" ? <SubmitButton {...all} /> : <button type={type} {...all} />;
}
