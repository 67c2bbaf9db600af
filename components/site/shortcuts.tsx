"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { arrowTarget, isTyping } from "./key-targets";
import { useLetterKeys } from "./letter-keys";
import { usePageKeys } from "./page-keys";
import { useControlKey } from "./use-control-key";

const helpEvent = "studio:help";

export function openHelp(): void {
  window.dispatchEvent(new Event(helpEvent));
}

/** Keys of the studio and the sheet that lists them. */
export function Shortcuts() {
  const t = useTranslations("shortcuts");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [areOn, toggle] = useLetterKeys();

  // Listens to the keyboard of the whole page, and to the menu entry that opens the sheet.
  useEffect(() => {
    const handleHelp = () => setIsOpen(true);
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const next = arrowTarget(event);
      if (next) {
        event.preventDefault();
        next.focus();
      } else if (areOn && event.key === "n") {
        event.preventDefault();
        router.push("/drafts/new");
      } else if (areOn && event.key === "?") {
        setIsOpen(true);
      }
    };
    window.addEventListener(helpEvent, handleHelp);
    window.addEventListener("keydown", handleKey);
    return () => {
      window.removeEventListener(helpEvent, handleHelp);
      window.removeEventListener("keydown", handleKey);
    };
  }, [areOn, router]);

  const pageKeys = usePageKeys();
  const control = useControlKey();
  const rows = [
    ...pageKeys,
    { keys: [`${control} K`], text: t("palette") },
    { keys: ["N"], text: t("new") },
    { keys: ["←", "→", "↑", "↓"], text: t("arrows") },
    { keys: ["?"], text: t("help") },
  ];
  const printed: Record<string, string> = { Ctrl: control, Del: t("delete") };
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogContent title={t("title")} closeLabel={t("close")}>
        <ul className="flex flex-col gap-3">
          {rows.map(({ keys, text }) => (
            <li key={text} className="flex items-center justify-between gap-4">
              <span>{text}</span>
              <span className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{printed[key] ?? key}</Kbd>
                ))}
              </span>
            </li>
          ))}
        </ul>
        <label className="flex min-h-11 items-center gap-3 border-line border-t pt-4">
          <input
            type="checkbox"
            checked={areOn}
            onChange={(event) => toggle(event.target.checked)}
            className="size-5 accent-berry"
          />
          {t("letters")}
        </label>
      </DialogContent>
    </Dialog>
  );
}
