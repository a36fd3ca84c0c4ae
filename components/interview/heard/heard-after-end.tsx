"use client";

import { QueryProvider } from "@/components/query-provider.tsx";
import { useLeaveWarning } from "../use-leave-warning.ts";
import { HeardWords } from "./heard-words.tsx";
import { useHeardWords } from "./use-heard-words.ts";

type HeardAfterEndProps = { sessionId: string; language: string };

/** What was heard in an interview that ended a moment ago, for whoever opens its link again. */
export function HeardAfterEnd(props: HeardAfterEndProps) {
  return (
    <QueryProvider>
      <Heard {...props} />
    </QueryProvider>
  );
}

function Heard({ sessionId, language }: HeardAfterEndProps) {
  const heard = useHeardWords({ sessionId, spoken: 0, pending: false });
  useLeaveWarning(heard.isUnsaved);
  return <HeardWords heard={heard} language={language} narrow />;
}
