"use client";

import { Printer } from "lucide-react";
import { buttonVariants } from "@/components/ui/button-variants";

/** Opens the printer's dialog of the browser. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => print()} className={buttonVariants({ size: "lg" })}>
      <Printer aria-hidden="true" />
      {label}
    </button>
  );
}
