import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/query-provider.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { SignInEnded } from "@/components/shell/sign-in-ended.tsx";
import { UserMenu } from "@/components/shell/user-menu.tsx";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme.ts";
import { signedInUser } from "./require-user.ts";
import { setTheme } from "./set-theme.ts";

export default async function RecruiterLayout({ children }: { children: ReactNode }) {
  const user = await signedInUser();
  if (!user) return children; // the page itself sends them to sign in, and knows where to come back to
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const { name, email, role } = user;
  return (
    <QueryProvider>
      <SignInEnded email={email}>
        <AppShell account={<UserMenu user={{ name, email, role }} theme={theme} onChooseTheme={setTheme} />}>
          {children}
        </AppShell>
      </SignInEnded>
    </QueryProvider>
  );
}
