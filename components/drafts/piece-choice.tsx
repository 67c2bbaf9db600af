import { useTranslations } from "next-intl";
import { ChipSet } from "@/components/ui/chip-set";
import type { Piece } from "@/lib/contract/jobs";

/** What can be made of a new universe. A voice is not among them: browsers speak, where no model is set up. */
const offered = ["image", "video", "text", "music", "cover", "model3d"] as const satisfies readonly Piece[];

/** What the studio makes of a universe unless one switches it off: all that a child swipes through. */
export const studioPieces: readonly Piece[] = offered.filter((piece) => piece !== "model3d");

interface PieceChoiceProps {
  chosen: readonly Piece[];
  onChange: (chosen: Piece[]) => void;
}

/** At least one kind of piece. */
export function PieceChoice({ chosen, onChange }: PieceChoiceProps) {
  const t = useTranslations("newDraft");
  const tPiece = useTranslations("pieces");
  const chips = offered.map((piece) => ({ value: piece as Piece, label: tPiece(piece) }));
  return <ChipSet legend={t("pieces")} chips={chips} chosen={chosen} onChange={onChange} />;
}
