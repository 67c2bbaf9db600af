import { CircleAlert, MailCheck } from "lucide-react";
import type { ReactNode } from "react";

/** Says what went wrong with a whole form. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex gap-2 rounded-2xl bg-danger-wash px-4 py-3 font-semibold text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      {children}
    </p>
  );
}

/** Says that a letter is on its way. */
export function MailSent({ title, text }: { title: string; text: string }) {
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-4 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-leaf-wash text-leaf-ink">
        <MailCheck aria-hidden="true" className="size-8" />
      </span>
      <p className="font-bold text-xl">{title}</p>
      <p className="text-ink-soft">{text}</p>
    </div>
  );
}
