import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useDialog } from "./use-dialog";

interface AdultDialogProps {
  title: string;
  /** What the button that closes it is called. */
  close: string;
  onClose: () => void;
  /** Is given what closes it. */
  children: (leave: () => void) => ReactNode;
}

/** A sheet for adults over the cards. It is open as long as it is there. */
export function AdultDialog({ title, close, onClose, children }: AdultDialogProps) {
  const id = useId();
  const dialog = useDialog();
  const leave = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={() => dialog.current?.open || onClose()}
      className="m-auto max-h-[94dvh] w-[min(34rem,100vw-1.5rem)] overflow-y-auto rounded-[2rem] bg-surface p-5 text-ink [&_:focus-visible]:outline-sea! backdrop:bg-[#17132b]/70 sm:p-7"
    >
      <header className="mb-5 flex items-center justify-between gap-3">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        <button
          type="button"
          aria-label={close}
          onClick={leave}
          className="grid size-12 shrink-0 place-items-center rounded-full bg-sunken"
        >
          <X aria-hidden="true" />
        </button>
      </header>
      {children(leave)}
    </dialog>
  );
}
