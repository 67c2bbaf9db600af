"use client";

import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/button-variants";
import type { QrDrawing } from "@/lib/sharing/qr";

/** Pixels for a module: enough for a poster. */
const scale = 24;

/** Draws the code as a picture that every office programme takes, and hands it over as a file. */
function saveAsPng({ size, path }: QrDrawing, fileName: string): void {
  const canvas = document.createElement("canvas");
  canvas.width = size * scale;
  canvas.height = size * scale;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(scale, scale);
  pen.fillStyle = "#000";
  pen.fill(new Path2D(path));
  canvas.toBlob((file) => {
    if (!file) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

interface SaveQrProps {
  label: string;
  code: QrDrawing;
  fileName: string;
}

export function SaveQr({ label, code, fileName }: SaveQrProps) {
  return (
    <button
      type="button"
      onClick={() => saveAsPng(code, fileName)}
      className={buttonVariants({ variant: "secondary" })}
    >
      <Download aria-hidden="true" />
      {label}
    </button>
  );
}
