"use client";

import { ChevronDown, LogOut, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button.tsx";
import { leaveBy } from "@/components/ui/leave-guard.tsx";
import { Menu, MenuHeader, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import type { Theme } from "@/components/ui/theme.ts";
import { useWords } from "@/components/words/use-words.ts";
import { forgetFormDrafts } from "@/lib/client/form-draft.ts";
import type { Role } from "@/lib/domain/access.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { workspace } from "@/lib/words/en/workspace.ts";
import { ThemeChoice } from "./theme-choice.tsx";

const sentences = catalogue({ en: workspace });

type UserMenuProps = {
  user: { name: string; email: string; role: Role };
  theme: Theme | undefined;
  onChooseTheme: (theme: Theme | undefined) => void;
};

/** Who is signed in, how the pages look, and the way out. */
export function UserMenu({ user, theme, onChooseTheme }: UserMenuProps) {
  const say = useWords(sentences);
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
          {say.rich("account", {
            hidden: (words) => <span className="sr-only">{words}</span>,
            name: () => <bdi className="max-w-48 truncate font-normal max-sm:sr-only">{user.name}</bdi>,
          })}
          <ChevronDown aria-hidden size={16} className="text-muted" />
        </Button>
      }
    >
      <MenuHeader>
        <bdi className="block font-strong">{user.name}</bdi>
        <bdi translate="no" className="block text-muted">
          {user.email}
        </bdi>
        <span className="block text-muted">{say(`role:${user.role}`)}</span>
      </MenuHeader>
      <MenuSeparator />
      <ThemeChoice theme={theme} onChoose={onChooseTheme} />
      <MenuSeparator />
      <MenuItem icon={Settings} onSelect={() => leaveBy(() => router.push("/settings/account"))}>
        {say("settings")}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => leaveBy(() => void leave())}>
        {say("sign_out")}
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
