"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { MenuChoice } from "@/components/ui/menu.tsx";
import type { Theme } from "@/components/ui/theme.ts";

type Choice = Theme | "system";

const CHOICES = [
  { value: "system", label: "As the system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const satisfies { value: Choice; label: string; icon: typeof Sun }[];

type ThemeChoiceProps = { theme: Theme | undefined; onChoose: (theme: Theme | undefined) => void };

/** Light, dark or as the system: seen at once, kept by `onChoose` for the next page. */
export function ThemeChoice({ theme, onChoose }: ThemeChoiceProps) {
  const [chosen, setChosen] = useState<Choice>(theme ?? "system");
  const choose = (choice: Choice) => {
    setChosen(choice);
    const next = choice === "system" ? undefined : choice;
    if (next) document.documentElement.dataset.theme = next;
    else delete document.documentElement.dataset.theme;
    onChoose(next);
  };
  return <MenuChoice label="Appearance" value={chosen} choices={[...CHOICES]} onChange={choose} />;
}
