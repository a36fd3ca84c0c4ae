import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/settings/change-password-form.tsx";
import { SignOutEverywhere } from "@/components/settings/sign-out-everywhere.tsx";
import { Card } from "@/components/ui/card.tsx";
import { requireUser } from "../../require-user.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { user } = await requireUser("/settings/account");
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <Card as="section" aria-labelledby="password">
        <h2 id="password" className="text-lg">
          Password
        </h2>
        <p className="mt-1 text-sm text-muted">
          You stay signed in here. Every other browser that is signed in as {user.email} is signed out.
        </p>
        <ChangePasswordForm email={user.email} />
      </Card>
      <Card as="section" aria-labelledby="sign-out">
        <h2 id="sign-out" className="text-lg">
          Signed in elsewhere
        </h2>
        <p className="mt-1 text-sm text-muted">
          Did you leave yourself signed in on another computer, or lose a phone? This signs you out in every browser,
          this one too. Then sign in again here.
        </p>
        <SignOutEverywhere />
      </Card>
    </div>
  );
}
