import Link from "next/link";
import { redirect } from "next/navigation";
import { Brand } from "@/components/ui/brand.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { currentUser } from "@/lib/auth/current-user.ts";

const PROMISES = [
  {
    title: "Nothing is lost",
    words: "Recordings travel to the server while the candidate speaks, and every piece is checked as it arrives.",
  },
  {
    title: "Everything can be checked",
    words: "Each score names its method and quotes the words it rests on, right beside the recording.",
  },
  {
    title: "A person decides",
    words: "Numbers only suggest. Who decided what, and why, stands beside them and stays there.",
  },
];

/** The front door: recruiters sign in, candidates learn that their way in is another. */
export default async function FrontPage() {
  if (await currentUser()) redirect("/dashboard");
  return (
    <div className="mx-auto flex min-h-dvh max-w-5xl flex-col px-4 sm:px-8">
      <header className="py-5">
        <Brand />
      </header>
      <main id="content" className="flex flex-1 flex-col justify-center py-16">
        <h1 className="max-w-2xl text-3xl sm:text-4xl">Interviews that are heard in full and judged with care.</h1>
        <p className="mt-6 max-w-xl text-lg text-muted">
          Candidates answer when it suits them. You watch, read and decide with the recording, the words and the
          evidence side by side.
        </p>
        <div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-4">
          <ButtonLink href="/sign-in" variant="primary" size="large">
            Sign in
          </ButtonLink>
          <p className="text-sm text-muted">Taking an interview? Open the link in your invitation.</p>
        </div>
        <ul className="mt-20 grid gap-8 border-t border-hairline pt-8 sm:grid-cols-3">
          {PROMISES.map(({ title, words }) => (
            <li key={title}>
              <h2 className="text-base">{title}</h2>
              <p className="mt-2 text-sm text-muted">{words}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="py-6 text-sm text-muted">
        Connecting another system?{" "}
        <Link href="/docs/start" className="rounded-mark underline hover:text-ink">
          The API’s documentation
        </Link>
      </footer>
    </div>
  );
}
