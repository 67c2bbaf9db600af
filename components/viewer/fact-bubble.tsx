interface FactBubbleProps {
  /** Something to marvel at, then a little story; each starts anew. */
  texts: readonly string[];
  lang: string;
  onClose: () => void;
}

/** What there is to tell of a card, over the lower part of the screen; a tap puts it away. */
export function FactBubble({ texts, lang, onClose }: FactBubbleProps) {
  return (
    <button
      type="button"
      data-turn={0}
      lang={lang}
      onClick={onClose}
      className="absolute inset-x-4 bottom-28 z-10 mx-auto flex max-h-[calc(100dvh-15rem)] max-w-2xl animate-rise flex-col gap-3 overflow-y-auto rounded-[2rem] bg-white px-6 py-5 text-center font-bold font-display text-[#2c2148] text-[min(calc(1.375rem*(0.5+var(--name-scale)/2)),7.5vw)] leading-snug sm:text-[calc(1.75rem*(0.5+var(--name-scale)/2))] board:max-w-4xl board:text-[calc(2.25rem*(0.5+var(--name-scale)/2))] low:max-h-[calc(100dvh-10rem)] low:text-xl shadow-2xl sm:bottom-36 low:bottom-20 [&>span+span]:font-sans [&>span+span]:font-medium [&>span+span]:text-[.85em] [&>span+span]:leading-relaxed"
    >
      {texts.map((text) => (
        <span key={text} className="block">
          {text}
        </span>
      ))}
    </button>
  );
}
