"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { drawQr } from "@/lib/sharing/qr";

/** Pixels for a module: enough for a poster. */
const scale = 24;

/** Draws the code as a picture that every office programme takes, and hands it over as a file. */
function saveAsPng(text: string, fileName: string): void {
  const { size, path } = drawQr(text);
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

export function SaveQr({ text, fileName }: { text: string; fileName: string }) {
  const t = useTranslations("sharing");
  return (
    <Button variant="secondary" onClick={() => saveAsPng(text, fileName)}>
      <Download aria-hidden="true" />
      {t("qrSave")}
    </Button>
  );
}
