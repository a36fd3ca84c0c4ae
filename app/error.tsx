"use client";

import { PlainPage } from "@/components/shell/plain-page.tsx";
import { Trouble } from "@/components/shell/trouble.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PlainPage>
      <Trouble error={error} retry={retry} />
    </PlainPage>
  );
}
