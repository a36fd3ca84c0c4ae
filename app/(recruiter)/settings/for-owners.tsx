import { Lock } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state.tsx";

/** Stands where a page would be for somebody whose role does not open it. */
export function ForOwners({ title }: { title: string }) {
  return (
    <EmptyState icon={Lock} title={title}>
      Your role does not open this page. An owner of your organisation can look for you, or give you their role.
    </EmptyState>
  );
}
