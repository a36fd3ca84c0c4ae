import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** Why it is empty and what the first step is. */
  children: ReactNode;
  /** The first step, as a button or link. */
  action?: ReactNode;
};

/** An empty place that teaches its first step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      <span className="grid size-12 place-items-center rounded-card bg-accent-soft text-accent">
        <Icon aria-hidden size={24} strokeWidth={1.75} />
      </span>
      <h2 className="mt-6 text-lg">{title}</h2>
      <div className="mt-2 text-sm text-muted">{children}</div>
      {action ? <div className="mt-6">{action}</div> : null}
    </div>
  );
}
