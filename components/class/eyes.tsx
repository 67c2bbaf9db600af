import motion from "./motion.module.css";

/** Two big eyes that blink now and then, on the calm of an evening: look up, your teacher has something to say. */
export function Eyes({ text, isCalm }: { text: string; isCalm: boolean }) {
  return (
    <div
      data-calm={isCalm || undefined}
      className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-[5dvh] bg-[#1b2547] px-6 text-white"
    >
      <svg aria-hidden="true" viewBox="0 0 240 120" className="w-[min(80vw,110dvh,60rem)]">
        {[62, 178].map((x) => (
          <g key={x} className={motion.blink}>
            <ellipse cx={x} cy="60" rx="50" ry="54" fill="#fffdf9" />
            <g className={motion.look}>
              <circle cx={x} cy="56" r="27" fill="#2a8f9d" />
              <circle cx={x} cy="56" r="15" fill="#17132b" />
              <circle cx={x + 9} cy="47" r="6.5" fill="#fff" />
            </g>
          </g>
        ))}
      </svg>
      <p
        role="status"
        className="text-center font-bold font-display text-[clamp(2.5rem,9vw,6rem)] leading-none"
      >
        {text}
      </p>
    </div>
  );
}
