import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { QueryProvider } from "@/components/query-provider.tsx";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { EnrolSecondFactor } from "@/components/sign-in/enrol-second-factor.tsx";
import { currentUser } from "@/lib/auth/current-user.ts";
import { mustEnrol } from "@/lib/auth/must-enrol.ts";
import { nextPath } from "@/lib/domain/next-path.ts";

export const metadata: Metadata = { title: "Second factor" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Where somebody is led who must have a second factor and has none yet. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const wanted = (await searchParams).next;
  const next = nextPath(typeof wanted === "string" ? wanted : undefined);
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (!mustEnrol(user)) redirect(next);
  return (
    <QueryProvider>
      <PlainPage>
        <h1 className="text-2xl">Set up your second factor</h1>
        <p className="mt-2 mb-8 text-muted">
          Your organisation asks for one before you go on: from now on signing in takes your password and a code from an
          app, so that a stolen password alone opens nothing.
        </p>
        <EnrolSecondFactor next={next} />
      </PlainPage>
    </QueryProvider>
  );
}
