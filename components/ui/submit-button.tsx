"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { useBrowserValue } from "./use-browser-value";

/**
 * Sends a form, as soon as the page listens. Until then a browser would send it by itself, with a password in the address;
 * a form whose button is off is not sent by Enter either. It looks the same meanwhile.
 */
export function SubmitButton({ className, disabled, ...props }: Omit<ComponentProps<"button">, "type">) {
  const isAwake = useBrowserValue(() => true, false);
  return (
    <button
      type="submit"
      disabled={disabled || !isAwake}
      className={cn(className, !isAwake && !disabled && "disabled:opacity-100")}
      {...props}
    />
  );
}
