"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";

interface FoldProps {
  title: ReactNode;
  icon?: ReactNode;
  /** It was asked for already. */
  isOpenFirst?: boolean;
  children: ReactNode;
}

/** Something more, that is only read from the studio once it is asked for. */
export function Fold({ title, icon, isOpenFirst = false, children }: FoldProps) {
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  return (
    <details
      open={isOpen}
      className="group/fold rounded-2xl border border-line"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-2xl px-3.5 py-2 font-bold hover:bg-sunken [&::-webkit-details-marker]:hidden [&_svg]:size-5 [&_svg]:shrink-0">
        {icon}
        <span className="flex-1">{title}</span>
        <ChevronDown
          aria-hidden="true"
          className="text-ink-soft transition-[rotate] group-open/fold:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      {isOpen ? <div className="flex flex-col gap-4 px-3.5 pt-1 pb-4">{children}</div> : null}
    </details>
  );
}
