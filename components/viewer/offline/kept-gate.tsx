import { AdultDialog } from "../adults/adult-dialog";
import { AdultGate } from "../adults/adult-gate";
import type { AdultWords } from "../types";

interface KeptGateProps {
  words: AdultWords;
  onPass: () => void;
  onClose: () => void;
}

/** Stands before what removes cards from the device. */
export function KeptGate({ words, onPass, onClose }: KeptGateProps) {
  return (
    <AdultDialog title={words.gate} close={words.close} onClose={onClose}>
      {(leave) => (
        <AdultGate
          words={words}
          onPass={() => {
            onPass();
            leave();
          }}
        />
      )}
    </AdultDialog>
  );
}
