"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names.ts";

type SettingsTabsProps = { tabs: { href: string; label: string }[] };

/** The pages of the settings; on a phone they scroll sideways within their line. */
export function SettingsTabs({ tabs }: SettingsTabsProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="-mx-4 mt-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-6 border-b border-hairline">
        {tabs.map(({ href, label }) => {
          const here = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "relative flex h-11 items-center rounded-control text-sm transition-colors",
                  here
                    ? "font-strong after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-pill after:bg-accent"
                    : "text-muted hover:text-ink",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
