import { X } from "lucide-react";
import { AdultGate } from "../adults/adult-gate";
import { useDialog } from "../adults/use-dialog";
import type { AdultWords } from "../types";

interface KeptGateProps {
  words: AdultWords;
  onPass: () => void;
  onClose: () => void;
}

/** Stands before what removes cards from the device. */
export function KeptGate({ words, onPass, onClose }: KeptGateProps) {
  const dialog = useDialog();
  const handlePass = () => {
    onPass();
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="kept-gate"
      onClose={onClose}
      className="m-auto max-h-[94dvh] w-[min(34rem,100vw-1.5rem)] overflow-y-auto rounded-[2rem] bg-surface p-5 text-ink backdrop:bg-[#17132b]/70 sm:p-7"
    >
      <header className="mb-5 flex items-center justify-between gap-3">
        <h2 id="kept-gate" className="text-2xl">
          {words.gate}
        </h2>
        <button
          type="button"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
          className="grid size-12 shrink-0 place-items-center rounded-full bg-sunken"
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <AdultGate words={words} onPass={handlePass} />
    </dialog>
  );
}
