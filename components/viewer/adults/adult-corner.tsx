import { X } from "lucide-react";
import { useState } from "react";
import { AdultGate } from "./adult-gate";
import { SettingsSheet, type SettingsSheetProps } from "./settings-sheet";
import { useDialog } from "./use-dialog";

interface AdultCornerProps extends SettingsSheetProps {
  onClose: () => void;
}

/** What is for adults: their gate, and behind it the settings and the ways out. */
export function AdultCorner({ onClose, ...props }: AdultCornerProps) {
  const { words } = props;
  const [isOpen, setOpen] = useState(false);
  const dialog = useDialog();
  return (
    <dialog
      ref={dialog}
      aria-labelledby="adult-corner"
      onClose={() => dialog.current?.open || onClose()}
      className="m-auto max-h-[94dvh] w-[min(34rem,100vw-1.5rem)] overflow-y-auto rounded-[2rem] bg-surface p-5 text-ink backdrop:bg-[#17132b]/70 sm:p-7"
    >
      <header className="mb-5 flex items-center justify-between gap-3">
        <h2 id="adult-corner" className="text-2xl">
          {isOpen ? words.title : words.gate}
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
      {isOpen ? (
        <SettingsSheet
          {...props}
          onShow={() => {
            dialog.current?.close();
            props.onShow();
          }}
        />
      ) : (
        <AdultGate words={words} onPass={() => setOpen(true)} />
      )}
    </dialog>
  );
}
