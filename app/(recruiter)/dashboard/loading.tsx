import { ListSkeleton } from "@/components/dashboard/list-skeleton.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";

export default function DashboardLoading() {
  return (
    <div role="status">
      <span className="sr-only">Loading interviews</span>
      <div className="mb-6 flex h-10 items-center justify-between">
        <Skeleton className="h-7 w-36" />
        <Skeleton className="h-10 w-40" />
      </div>
      <div className="flex h-11 items-center justify-between">
        <Skeleton className="hidden h-7 w-96 lg:block" />
        <Skeleton className="h-10 w-full lg:w-80" />
      </div>
      <div className="mt-4">
        <ListSkeleton />
      </div>
    </div>
  );
}
