"use client";

import { Trouble } from "@/components/shell/trouble.tsx";

export default function RecruiterError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="mx-auto max-w-lg py-16">
      <Trouble error={error} retry={retry} />
    </div>
  );
}
