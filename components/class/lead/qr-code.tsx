import encodeQR from "qr";

/** Empty places around the code, as the standard wants them. */
const border = 4;

/** An address as a picture that a camera reads: dark on white, whatever the page looks like. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#17132b" d={path} />
    </svg>
  );
}
