import { drawQr } from "@/lib/sharing/qr";

interface QrCodeProps {
  text: string;
  /** What it is, for who cannot see it. */
  label: string;
  className?: string;
}

/** A QR code, dark on white in every look, since not every camera reads it the other way round. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { size, path } = drawQr(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
