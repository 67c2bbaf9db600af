/** Something to marvel at, over the lower part of the screen; a tap puts it away. */
export function FactBubble({ text, lang, onClose }: { text: string; lang: string; onClose: () => void }) {
  return (
    <button
      type="button"
      data-turn={0}
      lang={lang}
      onClick={onClose}
      className="absolute inset-x-4 bottom-28 z-10 mx-auto max-h-[60dvh] max-w-2xl animate-rise overflow-y-auto rounded-[2rem] bg-white px-6 py-5 text-center font-bold font-display text-[#2c2148] text-[calc(1.375rem*var(--name-scale))] leading-snug shadow-2xl sm:bottom-36"
    >
      {text}
    </button>
  );
}
