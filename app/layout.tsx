import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SpoolDrainer } from "@/components/spool-drainer.tsx";
import { UiProviders } from "@/components/ui/providers.tsx";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme.ts";
import { pageLocale } from "@/components/words/page-locale.ts";
import { directionOf } from "@/lib/words/locale.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "TalentFlow", template: "%s · TalentFlow" },
  description: "Recorded interviews that nobody loses and scores that people can check.",
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/apple-icon.png" },
  // Every page is somebody's: an invitation, or behind a sign-in.
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const locale = await pageLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme}>
      <body>
        <UiProviders locale={locale}>
          {children}
          <SpoolDrainer />
        </UiProviders>
      </body>
    </html>
  );
}
