"use client";

import { Redo2, Undo2 } from "lucide-react";
import { Button } from "./button";

interface StepButtonsProps {
  steps: { canUndo: boolean; canRedo: boolean };
  undoLabel: string;
  redoLabel: string;
  onUndo: () => void;
  onRedo: () => void;
}

/** Back and forth through what was changed. */
export function StepButtons({ steps, undoLabel, redoLabel, onUndo, onRedo }: StepButtonsProps) {
  const buttons = [
    { label: undoLabel, isOn: steps.canUndo, onClick: onUndo, sign: <Undo2 aria-hidden="true" /> },
    { label: redoLabel, isOn: steps.canRedo, onClick: onRedo, sign: <Redo2 aria-hidden="true" /> },
  ];
  return buttons.map(({ label, isOn, onClick, sign }) => (
    <Button
      key={label}
      variant="quiet"
      size="icon"
      aria-label={label}
      title={label}
      isOff={!isOn}
      onClick={onClick}
    >
      {sign}
    </Button>
  ));
}
