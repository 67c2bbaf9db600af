/** Colours the whole page, beyond its edges too; a style element, since the security policy forbids style attributes. */
export function Backdrop({ color, nonce }: { color: string; nonce: string | undefined }) {
  const safe = /^#[0-9a-f]{6}$/i.test(color) ? color : "#1a1a2e";
  return (
    <style nonce={nonce} suppressHydrationWarning>
      {`html{background:radial-gradient(circle at 50% 35%,color-mix(in srgb,${safe} 72%,white),${safe} 75%) fixed ${safe}}`}
    </style>
  );
}
