"use client";

import { Printer } from "lucide-react";
import { buttonVariants } from "@/components/ui/button-variants";

/** Opens the printer's dialog of the browser, once all pictures are there. */
async function printAll(): Promise<void> {
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  print();
}

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={printAll} className={buttonVariants({ size: "lg" })}>
      <Printer aria-hidden="true" />
      {label}
    </button>
  );
}
