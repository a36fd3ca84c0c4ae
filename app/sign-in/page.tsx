import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { OnlyWhereItWorks } from "@/components/sign-in/only-where-it-works.tsx";
import { SignInForm } from "@/components/sign-in/sign-in-form.tsx";
import { currentUser } from "@/lib/auth/current-user.ts";
import { signInElsewhere } from "@/lib/auth/sign-in-elsewhere.ts";
import { nextPath } from "@/lib/domain/next-path.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const wanted = (await searchParams).next;
  const next = nextPath(typeof wanted === "string" ? wanted : undefined);
  if (await currentUser()) redirect(next);
  const elsewhere = signInElsewhere((await headers()).get("x-forwarded-proto"), next);
  return (
    <PlainPage>
      <h1 className="text-2xl">Sign in</h1>
      <p className="mt-2 text-muted">For the people who invite and review.</p>
      <div className="mt-8">
        <OnlyWhereItWorks elsewhere={elsewhere}>
          <SignInForm next={next} />
        </OnlyWhereItWorks>
      </div>
      <p className="mt-8 border-t border-hairline pt-6 text-sm text-muted">
        Taking an interview? You need no account: open the link in your invitation.
      </p>
    </PlainPage>
  );
}
