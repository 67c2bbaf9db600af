import { DoorOpen, Flag, Presentation, Share2 } from "lucide-react";
import type { MouseEvent } from "react";
import { findWayOut } from "../offline/way-out";
import type { AdultWords, ViewerProps } from "../types";
import { useOnline } from "./use-online";

const link =
  "flex min-h-12 flex-1 basis-48 items-center justify-center gap-2 rounded-xl border-2 border-line-strong px-4 py-2 text-center font-semibold";

/** Where an address of the viewer is that of a published universe; what is looked at before has none. */
const reportedSlug = () => location.pathname.match(/^\/u\/([^/]+)$/)?.[1];

interface WaysOutProps extends Pick<ViewerProps, "shown"> {
  words: AdultWords;
}

/** Where adults go from here. Without a network only the way out is left, and it leads to what is kept on this device. */
export function WaysOut({ words, shown }: WaysOutProps) {
  const isOnline = useOnline();
  const reported = reportedSlug();
  const leave = async (event: MouseEvent) => {
    // Another tab, or another window, is the browser's own affair.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(await findWayOut());
  };
  return (
    <div className="flex flex-wrap gap-2">
      {isOnline && shown ? (
        <a href={`/u/${shown.slug}/share`} className={link}>
          <Share2 aria-hidden="true" className="size-5 shrink-0" />
          {words.share}
        </a>
      ) : null}
      {isOnline && shown ? (
        <a href={`/class/open/${shown.slug}`} className={link}>
          <Presentation aria-hidden="true" className="size-5 shrink-0" />
          {words.classMode}
        </a>
      ) : null}
      {isOnline && reported ? (
        <a href={`/report/${reported}`} className={link}>
          <Flag aria-hidden="true" className="size-5 shrink-0" />
          {words.report}
        </a>
      ) : null}
      <a href="/" onClick={leave} className={link}>
        <DoorOpen aria-hidden="true" className="size-5 shrink-0" />
        {words.leave}
      </a>
    </div>
  );
}
