import type { Metadata } from "next";
import { ChangePasswordForm } from "@/components/settings/change-password-form.tsx";
import { SecondFactor } from "@/components/settings/second-factor/second-factor-card.tsx";
import { SignInList } from "@/components/settings/sign-in-list.tsx";
import { SignOutEverywhere } from "@/components/settings/sign-out-everywhere.tsx";
import { Card } from "@/components/ui/card.tsx";
import { isRequiredOf } from "@/lib/auth/must-enrol.ts";
import { ownSignIns } from "@/lib/members/own-sign-ins.ts";
import { deviceWords } from "@/lib/words/device-words.ts";
import { ENGLISH } from "@/lib/words/locale.ts";
import { requireUser } from "../../require-user.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { user, actor } = await requireUser("/settings/account");
  const { signIns, recoveryCodesLeft } = await ownSignIns(actor);
  const shown = signIns.map(({ id, device, address, lastSeenAt }) => ({
    id,
    device: deviceWords(device, ENGLISH),
    address,
    lastSeenAt: lastSeenAt.toISOString(),
    isThisOne: id === user.signInId,
  }));
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <Card as="section" aria-labelledby="password">
        <h2 id="password" className="text-lg">
          Password
        </h2>
        <p className="mt-1 text-sm text-muted">
          {user.secondFactor ? "You sign in again here, with a code." : "You stay signed in here."} Every other browser
          that is signed in as {user.email} is signed out.
        </p>
        <ChangePasswordForm email={user.email} />
      </Card>
      <Card as="section" aria-labelledby="second-factor">
        <h2 id="second-factor" className="text-lg">
          Second factor
        </h2>
        <p className="mt-1 text-sm text-muted">
          Signing in then takes your password and a code from an app on your phone: a stolen password alone opens
          nothing.
        </p>
        <SecondFactor
          isOn={user.secondFactor}
          isRequired={isRequiredOf(user.role)}
          recoveryCodesLeft={recoveryCodesLeft}
        />
      </Card>
      <Card as="section" aria-labelledby="sign-out">
        <h2 id="sign-out" className="text-lg">
          Where you are signed in
        </h2>
        <div className="mt-4 mb-6">
          <SignInList signIns={shown} />
        </div>
        <p className="mt-1 text-sm text-muted">
          Did you leave yourself signed in on another computer, or lose a phone? This signs you out in every browser,
          this one too. Then sign in again here.
        </p>
        <SignOutEverywhere />
      </Card>
    </div>
  );
}
