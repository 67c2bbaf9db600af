import type { ComponentProps } from "react";

/** A picture of a known size, loaded when it comes near; `alt` is empty where a name stands beside it. */
export function Picture({ alt, loading = "lazy", ...props }: ComponentProps<"img"> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: next/image writes style attributes, which the security policy forbids
  return <img alt={alt} loading={loading} decoding="async" draggable={false} {...props} />;
}
