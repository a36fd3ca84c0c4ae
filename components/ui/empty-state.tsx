import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** Why it is empty and what the first step is. */
  children: ReactNode;
  /** The first step, as a button or link. */
  action?: ReactNode;
  /** 1 when it is all there is on the page. */
  level?: 1 | 2;
};

/** An empty place that teaches its first step. */
export function EmptyState({ icon: Icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center">
      <span className="grid size-12 place-items-center rounded-card bg-accent-soft text-accent">
        <Icon aria-hidden size={24} strokeWidth={1.75} />
      </span>
      <Heading className="mt-6 text-lg">{title}</Heading>
      <div className="mt-2 text-sm text-muted">{children}</div>
      {action ? <div className="mt-6">{action}</div> : null}
    </div>
  );
}
