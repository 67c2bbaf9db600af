"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export const toasts = Toast.createToastManager();

const marks = {
  success: <CircleCheck aria-hidden="true" className="text-leaf" />,
  error: <CircleAlert aria-hidden="true" className="text-danger" />,
  info: <Info aria-hidden="true" className="text-sea" />,
};

/** Short notices above the foot of the page, away from the panels on its right; screen readers hear them politely. */
export function Toaster({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <Toast.Provider toastManager={toasts} limit={3} timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-60 mx-auto flex max-w-md flex-col gap-2 outline-none sm:right-auto sm:bottom-6 sm:left-6 sm:mx-0 sm:w-104 max-lg:[body:has([data-side-panel])_&]:bottom-24">
          <ToastStack closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastStack({ closeLabel }: { closeLabel: string }) {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["down", "left"]}
      className={cn(
        "rounded-3xl border border-line bg-surface text-ink shadow-lift transition-[translate,opacity] duration-200",
        "translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y)",
        "data-ending-style:translate-y-4 data-starting-style:translate-y-4 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0",
      )}
    >
      <Toast.Content className="flex items-center gap-3 py-2.5 pr-2 pl-4 [&>svg]:size-5 [&>svg]:shrink-0">
        {marks[(toast.type ?? "info") as keyof typeof marks]}
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="font-bold text-base" />
          <Toast.Description className="text-ink-soft text-sm" />
        </div>
        <Toast.Action className="h-11 shrink-0 rounded-full px-3 font-bold text-berry hover:bg-berry-wash" />
        <Toast.Close
          aria-label={closeLabel}
          className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken"
        >
          <X aria-hidden="true" className="size-5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
