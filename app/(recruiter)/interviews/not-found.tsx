import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";

export default function InterviewNotFound() {
  return (
    <EmptyState
      level={1}
      icon={SearchX}
      title="There is no such interview"
      action={<ButtonLink href="/dashboard">Show all interviews</ButtonLink>}
    >
      The address may be mistyped, or the interview belongs to another organisation.
    </EmptyState>
  );
}
