import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs.tsx";
import { roleMay } from "@/lib/domain/access.ts";
import { signedInUser } from "../require-user.ts";

/** What stands around every page of the settings. Each page guards itself. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const user = await signedInUser();
  if (!user) return children; // the page itself sends them to sign in
  const tabs = TABS.filter(({ access }) => roleMay(user.role, access)).map(({ href, label }) => ({ href, label }));
  return (
    <>
      <h1 className="text-2xl">Settings</h1>
      {tabs.length > 1 ? <SettingsTabs tabs={tabs} /> : null}
      <div className="mt-8">{children}</div>
    </>
  );
}

const TABS = [
  { href: "/settings/account", label: "Account", access: "account.own" },
  { href: "/settings/api-keys", label: "API keys", access: "api_keys.manage" },
  { href: "/settings/webhooks", label: "Webhooks", access: "webhooks.manage" },
  { href: "/settings/activity", label: "Activity", access: "audit.read" },
] as const;
