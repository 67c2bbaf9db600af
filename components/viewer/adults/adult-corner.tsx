import { useState } from "react";
import { AdultDialog } from "./adult-dialog";
import { AdultGate } from "./adult-gate";
import { SettingsSheet, type SettingsSheetProps } from "./settings-sheet";

interface AdultCornerProps extends SettingsSheetProps {
  onClose: () => void;
}

/** What is for adults: their gate, and behind it the settings and the ways out. */
export function AdultCorner({ onClose, ...props }: AdultCornerProps) {
  const { words, onShow } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <AdultDialog title={isOpen ? words.title : words.gate} close={words.close} onClose={onClose}>
      {(leave) =>
        isOpen ? (
          <SettingsSheet
            {...props}
            onShow={
              onShow &&
              (() => {
                leave();
                onShow();
              })
            }
          />
        ) : (
          <AdultGate words={words} onPass={() => setOpen(true)} />
        )
      }
    </AdultDialog>
  );
}
