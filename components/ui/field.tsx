import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  children: ReactNode;
  className?: string;
}

/** A label, one control, a hint and what is wrong with it, tied together for screen readers. */
export function Field({ name, label, hint, error, children, className }: FieldProps) {
  return (
    <BaseField.Root name={name} invalid={Boolean(error)} className={cn("flex flex-col gap-1.5", className)}>
      <BaseField.Label className="font-bold">{label}</BaseField.Label>
      {children}
      {hint && !error ? (
        <BaseField.Description className="text-ink-soft text-sm">{hint}</BaseField.Description>
      ) : null}
      {error ? (
        <BaseField.Error match className="flex items-start gap-1.5 font-semibold text-danger text-sm">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </BaseField.Error>
      ) : null}
    </BaseField.Root>
  );
}

const control =
  "w-full rounded-2xl border border-line-strong bg-surface px-4 text-ink placeholder:text-ink-soft/80 focus-visible:outline-offset-1 data-invalid:border-danger data-invalid:border-2";

export function Input({ className, ...props }: ComponentProps<typeof BaseField.Control>) {
  return <BaseField.Control className={cn(control, "h-12", className)} {...props} />;
}

export function TextArea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <BaseField.Control
      render={<textarea {...props} />}
      className={cn(control, "field-sizing-content min-h-28 py-3 leading-relaxed", className)}
    />
  );
}
