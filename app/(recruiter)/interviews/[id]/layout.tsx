import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { interviewExists } from "@/lib/review/read.ts";
import { requireUser } from "../../require-user.ts";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** The guard, before anything is sent: what follows streams behind a skeleton, when a status can no longer be chosen. */
export default async function InterviewLayout({ params, children }: Props) {
  const { id } = await params;
  const { actor } = await requireUser(`/interviews/${encodeURIComponent(id)}`);
  if (!(await interviewExists(id, actor))) notFound();
  return children;
}
