"use client";

import { ChevronDown, LogOut, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button.tsx";
import { leaveBy } from "@/components/ui/leave-guard.tsx";
import { Menu, MenuHeader, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import type { Theme } from "@/components/ui/theme.ts";
import { forgetFormDrafts } from "@/lib/client/form-draft.ts";
import { ThemeChoice } from "./theme-choice.tsx";

type UserMenuProps = {
  user: { name: string; email: string; role: string };
  theme: Theme | undefined;
  onChooseTheme: (theme: Theme | undefined) => void;
};

/** Who is signed in, how the pages look, and the way out. */
export function UserMenu({ user, theme, onChooseTheme }: UserMenuProps) {
  const router = useRouter();
  const leave = async () => {
    await signOut({ redirect: false });
    forgetFormDrafts();
    window.location.assign("/sign-in"); // a whole new page, so that nothing of this person's stays in memory
  };
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="-me-2 sm:-me-3">
          <span
            aria-hidden
            className="grid size-7 place-items-center rounded-pill bg-accent-soft text-xs text-accent uppercase"
          >
            {initials(user.name)}
          </span>
          <span className="sr-only">Account of </span>
          <span className="max-w-48 truncate font-normal max-sm:sr-only">{user.name}</span>
          <ChevronDown aria-hidden size={16} className="text-muted" />
        </Button>
      }
    >
      <MenuHeader>
        <span className="block font-strong">{user.name}</span>
        <span className="block text-muted">{user.email}</span>
        <span className="block text-muted capitalize">{user.role}</span>
      </MenuHeader>
      <MenuSeparator />
      <ThemeChoice theme={theme} onChoose={onChooseTheme} />
      <MenuSeparator />
      <MenuItem icon={Settings} onSelect={() => leaveBy(() => router.push("/settings/account"))}>
        Settings
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => leaveBy(() => void leave())}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

/** First and last: “Ada King Lovelace” → AL. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0] ?? "").join("");
}
