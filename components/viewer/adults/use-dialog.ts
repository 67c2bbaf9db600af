import { useEffect, useRef } from "react";

/** A dialog of the browser that is open for as long as it is rendered; the focus goes back to where it was. */
export function useDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  // The dialog's layer over the page belongs to the browser.
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return dialog;
}
