import { CircleCheck, Download, Trash2 } from "lucide-react";
import type { DeviceWords } from "./device-words";
import { fill, megabytes } from "./device-words";
import { keepingOf, type Phase } from "./keeping";
import { useKeeping } from "./use-keeping";

const button =
  "flex min-h-12 items-center justify-center gap-2 rounded-xl border-2 border-line-strong px-4 py-2 text-center font-semibold";
const main =
  "flex min-h-14 items-center justify-center gap-3 rounded-xl bg-berry px-5 py-2 font-bold text-lg text-on-berry";

/** What to say beside the count; nothing while all goes well. */
function messageOf(phase: Phase, words: DeviceWords): string | null {
  if (phase === "whole") return words.whole;
  if (phase === "away") return words.away;
  if (phase === "full") return words.full;
  if (phase === "failed") return words.failed;
  return phase === "gone" ? words.gone : null;
}

/** Keeps this universe on the device, so that it works without a network. */
export function DevicePanel({ slug, words }: { slug: string; words: DeviceWords }) {
  const { phase, saved, total, bytes } = useKeeping(slug);
  const { start, stop, remove } = keepingOf(slug);
  const isNew = phase === "nothing" || phase === "gone";
  const message = messageOf(phase, words);
  return (
    <section aria-labelledby="device-panel" className="flex flex-col gap-3 rounded-2xl bg-sunken p-4">
      <h3 id="device-panel" className="text-lg">
        {words.title}
      </h3>
      {phase === "unable" ? <p className="text-ink-soft">{words.unable}</p> : null}
      {phase === "nothing" ? <p className="text-ink-soft">{words.text}</p> : null}
      {isNew || phase === "looking" || phase === "unable" ? null : (
        <div className="flex flex-col gap-2">
          <progress
            aria-label={words.title}
            value={saved}
            max={Math.max(1, total)}
            className="h-3 w-full overflow-hidden rounded-full bg-line-strong [&::-moz-progress-bar]:bg-leaf [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-leaf"
          />
          <p role="status" className="flex items-center gap-2 font-semibold">
            {phase === "whole" ? <CircleCheck aria-hidden="true" className="shrink-0 text-leaf" /> : null}
            {fill(words.saved, { saved, total })}
          </p>
        </div>
      )}
      {message ? <p className="text-ink-soft">{message}</p> : null}
      <div className="flex flex-wrap gap-2">
        {phase === "nothing" ? (
          <button type="button" className={main} onClick={start}>
            <Download aria-hidden="true" className="shrink-0" />
            <span>
              {words.keep}
              {bytes > 0 ? (
                <span className="block font-normal text-base">{megabytes(words.size, bytes)}</span>
              ) : null}
            </span>
          </button>
        ) : null}
        {phase === "whole" ? (
          <a href="/u" className={button}>
            {words.all}
          </a>
        ) : null}
        {phase === "saving" ? (
          <button type="button" className={button} onClick={stop}>
            {words.stop}
          </button>
        ) : null}
        {["part", "stopped", "away", "full", "failed"].includes(phase) ? (
          <button type="button" className={main} onClick={start}>
            {words.goOn}
          </button>
        ) : null}
        {["whole", "part", "stopped", "away", "full", "failed"].includes(phase) ? (
          <button type="button" className={button} onClick={remove}>
            <Trash2 aria-hidden="true" className="size-5 shrink-0" />
            {words.remove}
          </button>
        ) : null}
      </div>
    </section>
  );
}
