interface StepsProps {
  count: number;
  index: number;
  label: string;
}

/** How far one is in the deck. */
export function Steps({ count, index, label }: StepsProps) {
  const shown = Math.min(index + 1, count);
  return (
    <div
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={shown}
      aria-label={label}
      className="mx-auto flex h-2 w-full max-w-3xl gap-1"
    >
      {Array.from({ length: count }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={place}
          data-seen={place < shown || undefined}
          className="h-full flex-1 rounded-full transition-colors bg-white/35 data-seen:bg-[#ffb833]"
        />
      ))}
    </div>
  );
}
