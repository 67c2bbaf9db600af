import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import type { Language } from "@/lib/contract/languages";
import { type Place, type PrintView, printedNames } from "@/lib/sharing/print-view";
import type { Card } from "@/lib/universes/schema";
import { QrCode } from "../qr-code";
import sheet from "./print-sheet.module.css";

interface PrintSheetProps {
  /** Which sheet it is, for who cannot see it. */
  label: string;
  places: Place[];
  view: PrintView;
  languages: Language[];
  /** Of the universe, with its address: what the QR code stands for. */
  name: string;
  address: string;
  /** What to do with the QR code. */
  invitation: string;
}

/** A sheet of A4 as it comes out of the printer; on the screen as large as there is room. */
export function PrintSheet({ label, places, view, languages, name, address, invitation }: PrintSheetProps) {
  return (
    <section
      aria-label={label}
      data-per={view.per}
      data-lines={view.hasLines || undefined}
      data-pale={view.isPale || undefined}
      className={sheet.sheet}
    >
      {places.map((place) =>
        place === "qr" ? (
          <div key="qr" className={sheet.place}>
            <QrCode text={address} label={address} className={sheet.picture} />
            <Names names={[{ text: name, language: view.first }]}>
              <p className={sheet.small}>{invitation}</p>
            </Names>
          </div>
        ) : (
          <div key={place.card.id} className={sheet.place}>
            <CardPicture card={place.card} language={view.first} />
            <Names names={printedNames(place.card, view, languages)} />
          </div>
        ),
      )}
    </section>
  );
}

function CardPicture({ card, language }: { card: Card; language: Language }) {
  return (
    <Picture
      src={card.image_url ?? ""}
      alt={card.texts[language]?.alt_text ?? ""}
      loading="eager"
      decoding="sync"
      width={1024}
      height={1024}
      className={sheet.picture}
    />
  );
}

/** Words that would not fit are written smaller. */
function sizeOf(text: string): "short" | "long" | "longest" {
  const word = Math.max(...text.split(/[\s-]+/).map(({ length }) => length));
  if (word > 15 || text.length > 30) return "longest";
  return word > 10 || text.length > 16 ? "long" : "short";
}

function Names({ names, children }: { names: ReturnType<typeof printedNames>; children?: ReactNode }) {
  return (
    <div className={sheet.names}>
      {names.map(({ text, language }, at) => (
        <p
          key={language}
          lang={language}
          data-size={sizeOf(text)}
          data-second={at > 0 || undefined}
          className={sheet.name}
        >
          {text}
        </p>
      ))}
      {children}
    </div>
  );
}
