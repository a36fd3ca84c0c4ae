import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SpoolDrainer } from "@/components/spool-drainer.tsx";
import { PRODUCT } from "@/components/ui/brand.tsx";
import { UiProviders } from "@/components/ui/providers.tsx";
import { parseTheme, THEME_COOKIE } from "@/components/ui/theme.ts";
import { pageLocale } from "@/components/words/page-locale.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { pages } from "@/lib/words/en/pages.ts";
import { directionOf } from "@/lib/words/locale.ts";
import "./globals.css";

const sentences = catalogue({ en: pages });

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: PRODUCT, template: `%s · ${PRODUCT}` },
    description: sentences.in(await pageLocale())("description"),
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/apple-icon.png" },
    // Every page is somebody's: an invitation, or behind a sign-in.
    robots: { index: false, follow: false },
  };
}

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
