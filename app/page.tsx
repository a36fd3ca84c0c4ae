import Link from "next/link";
import { redirect } from "next/navigation";
import { Brand } from "@/components/ui/brand.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import { currentUser } from "@/lib/auth/current-user.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { front } from "@/lib/words/en/front.ts";

const sentences = catalogue({ en: front });

const PROMISES = ["kept", "checked", "decides"] as const;

/** The front door: recruiters sign in, candidates learn that their way in is another. */
export default async function FrontPage() {
  if (await currentUser()) redirect("/dashboard");
  const say = sentences.in(await pageLocale());
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 sm:px-8">
      <header className="py-5">
        <Brand />
      </header>
      <main id="content" className="flex flex-1 flex-col justify-center py-16">
        <h1 className="max-w-2xl text-3xl sm:text-4xl">{say("title")}</h1>
        <p className="mt-6 max-w-xl text-lg text-muted">{say("words")}</p>
        <div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-4">
          <ButtonLink href="/sign-in" variant="primary" size="large">
            {say("sign_in")}
          </ButtonLink>
          <p className="text-sm text-muted">{say("taking")}</p>
        </div>
        <ul className="mt-20 grid gap-8 border-t border-hairline pt-8 sm:grid-cols-3">
          {PROMISES.map((promise) => (
            <li key={promise}>
              <h2 className="text-base">{say(`${promise}:title`)}</h2>
              <p className="mt-2 text-sm text-muted">{say(`${promise}:words`)}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="py-6 text-sm text-muted">
        {say.rich("connecting", {
          docs: (chunks) => (
            <Link href="/docs/start" className="rounded-mark underline hover:text-ink">
              {chunks}
            </Link>
          ),
        })}
      </footer>
    </div>
  );
}
