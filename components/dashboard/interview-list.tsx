import { classNames } from "@/components/ui/class-names.ts";
import type { ListedInterview } from "@/lib/contract/interview-list.ts";
import { InterviewRow } from "./interview-row.tsx";
import { ROW_COLUMNS } from "./row-columns.ts";

type InterviewListProps = { interviews: ListedInterview[]; mayInvite: boolean };

/** The interviews of one page: a table's columns on a desk, a stack of cards on a phone. */
export function InterviewList({ interviews, mayInvite }: InterviewListProps) {
  return (
    <div className="overflow-hidden rounded-card border border-hairline bg-surface shadow-card">
      <div
        aria-hidden
        className={classNames("hidden border-b border-hairline py-3 text-xs text-muted lg:grid", ROW_COLUMNS)}
      >
        <span>Candidate</span>
        <span>Interview</span>
        <span>State</span>
        <span>Score</span>
        <span>Decision</span>
        <span>Invited</span>
        <span />
      </div>
      <ul aria-label="Interviews" className="divide-y divide-hairline">
        {interviews.map((interview) => (
          <InterviewRow key={interview.id} interview={interview} mayInvite={mayInvite} />
        ))}
      </ul>
    </div>
  );
}
