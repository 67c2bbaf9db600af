import { Suspense } from "react";
import { SiteHeaderSkeleton } from "@/components/site/site-header";
import { SiteBar } from "../site-bar";
import { PublicTools } from "./public-tools";

/** What the page stands on comes with the request. */
export const instant = false;

export default function PublicLayout({ children }: LayoutProps<"/">) {
  return (
    <>
      <Suspense fallback={<SiteHeaderSkeleton />}>
        <SiteBar Tools={PublicTools} />
      </Suspense>
      {children}
    </>
  );
}
