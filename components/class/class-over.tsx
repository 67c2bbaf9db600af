import { Hand } from "lucide-react";

interface ClassOverProps {
  words: { over: string; more: string };
  /** Where the cards stay. */
  slug: string;
}

/** The teacher has ended the class; the cards are still there. */
export function ClassOver({ words, slug }: ClassOverProps) {
  return (
    <main className="fixed inset-0 flex flex-col items-center justify-center gap-[4dvh] px-6 text-center text-white">
      <Hand aria-hidden="true" className="size-[min(38vw,30dvh)] rotate-12 text-[#ffb833]" />
      <h1 className="text-[clamp(2rem,7vw,4rem)] [text-shadow:0_2px_14px_rgb(0_0_0/.45)]">{words.over}</h1>
      <a
        href={`/u/${slug}`}
        className="flex min-h-16 items-center rounded-full bg-[#ffb833] px-8 py-3 text-balance font-bold font-display text-2xl text-[#2c2148] leading-tight shadow-lg board:min-h-20 board:px-10 board:text-4xl"
      >
        {words.more}
      </a>
    </main>
  );
}
