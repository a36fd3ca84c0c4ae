"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { MenuChoice } from "@/components/ui/menu.tsx";
import type { Theme } from "@/components/ui/theme.ts";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { workspace } from "@/lib/words/en/workspace.ts";

const sentences = catalogue({ en: workspace });

type Choice = Theme | "system";

const CHOICES = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const satisfies { value: Choice; icon: typeof Sun }[];

type ThemeChoiceProps = { theme: Theme | undefined; onChoose: (theme: Theme | undefined) => void };

/** Light, dark or as the system: seen at once, kept by `onChoose` for the next page. */
export function ThemeChoice({ theme, onChoose }: ThemeChoiceProps) {
  const say = useWords(sentences);
  const [chosen, setChosen] = useState<Choice>(theme ?? "system");
  const choose = (choice: Choice) => {
    setChosen(choice);
    const next = choice === "system" ? undefined : choice;
    if (next) document.documentElement.dataset.theme = next;
    else delete document.documentElement.dataset.theme;
    onChoose(next);
  };
  const choices = CHOICES.map(({ value, icon }) => ({ value, icon, label: say(`theme:${value}`) }));
  return <MenuChoice label={say("appearance")} value={chosen} choices={choices} onChange={choose} />;
}
