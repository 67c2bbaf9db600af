import { Suspense } from "react";
import { SiteHeaderSkeleton } from "@/components/site/site-header";
import { Providers } from "../providers";
import { SiteBar } from "../site-bar";

/** What the page stands on comes with the request. */
export const instant = false;

export default function PublicLayout({ children }: LayoutProps<"/">) {
  return (
    <Providers words="public">
      <Suspense fallback={<SiteHeaderSkeleton />}>
        <SiteBar />
      </Suspense>
      {children}
    </Providers>
  );
}
