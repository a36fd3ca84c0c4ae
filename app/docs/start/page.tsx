import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/docs/code-block.tsx";
import { RATE_LIMITS } from "@/lib/domain/rate-limits.ts";
import { env } from "@/lib/env.ts";
import { numberOf } from "@/lib/words/format.ts";

export const metadata: Metadata = { title: "First day" };
export const dynamic = "force-dynamic"; // the address of this installation stands in it

const LINK = "rounded-mark underline hover:text-accent";

/** The file as it is tested, with this installation's address in it. */
function example(name: string): string {
  return readFileSync(join(process.cwd(), name), "utf8").trimEnd().replaceAll("http://localhost:5000", env().publicUrl);
}

/** From a key to a scored interview, and what to know on the way. */
export default function StartPage() {
  return (
    <div className="max-w-3xl">
      <h1 className="text-2xl sm:text-3xl">Your first day with the API</h1>
      <p className="mt-3 text-muted">
        From a key to a scored interview in ten lines, then the few rules that hold everywhere. Each example on this
        page is run by our own tests.
      </p>

      <Section title="1. A key">
        <p>
          Owners make keys under{" "}
          <Link href="/settings/api-keys" className={LINK}>
            Settings, API keys
          </Link>{" "}
          or with <code>npx talentflow api-key create</code>. It is shown once. Keys have scopes: <code>read</code>,{" "}
          <code>write</code>, <code>admin</code>. Begin with a <strong>test key</strong>, <code>tf_test_…</code>: it
          works in a sandbox of your organisation with copies of its templates. Nothing there meets real candidates,
          nothing is mailed, and scores come at once, made up and marked as such.
        </p>
      </Section>

      <Section title="2. Invite, run, read">
        <p>
          Invite a candidate, send them the link, and read what came of it. Or drive the interview yourself, as here:
          start the session, say what was asked and answered, end it, wait for the scores.
        </p>
        <CodeBlock title="quick-start.sh: bash and curl" code={example("public/examples/quick-start.sh")} />
        <p>
          The same in Python, with nothing to install:{" "}
          <a href="/examples/talentflow.py" className={LINK}>
            talentflow.py
          </a>
          . In TypeScript, with types for every operation and no dependency: put{" "}
          <a href="/docs/client/talentflow.ts" className={LINK}>
            talentflow.ts
          </a>{" "}
          and{" "}
          <a href="/docs/client/schema.ts" className={LINK}>
            schema.ts
          </a>{" "}
          beside each other.
        </p>
        <CodeBlock title="example.ts: who waits for a decision" code={example("lib/client/published/example.ts")} />
      </Section>

      <Section title="3. Be told instead of asking">
        <p>
          A webhook is sent each event as it happens, at least once and in the order of each interview, and tried again
          for three days. Messages carry ids and addresses, never what a person said. Messages are signed by the{" "}
          Standard Webhooks specification: its libraries verify them, or these lines do. Sort out repeats by the header{" "}
          <code>webhook-id</code>, and answer 2xx before you do the work.
        </p>
        <CodeBlock title="verify-webhook.mjs: Node" code={example("public/examples/verify-webhook.mjs")} />
      </Section>

      <Section title="Safe to repeat">
        <p>
          Any POST takes an <code>Idempotency-Key</code>, 1 to 255 characters of your choice. The same key and body
          again within 24 hours replays the stored answer, with <code>Idempotent-Replayed: true</code>; the same key
          with another body is 409. While the first is still running it is 409 with <code>Retry-After</code>. What was
          refused is not stored: correct it and send it again.
        </p>
      </Section>

      <Section title="Limits">
        <p>
          Every answer says where you stand: <code>RateLimit: "read";r=1199;t=60</code> leaves 1,199 requests in the
          next 60 seconds. Beyond it is 429 with <code>Retry-After</code>. An interview in progress has limits of its
          own.
        </p>
        <ul className="mt-3 list-disc ps-5">
          {Object.entries(RATE_LIMITS).map(([name, { points, seconds, per }]) => (
            <li key={name}>
              <code>{name}</code>: {numberOf(points)} in {seconds} seconds for each {per}
            </li>
          ))}
        </ul>
      </Section>

      <Section title="Lists">
        <p>
          Newest first, <code>limit</code> 1 to 100 (20 without it). While <code>next_cursor</code> is not null, ask
          again with <code>cursor</code> set to it. What is added meanwhile shifts nothing. Filters that an operation
          does not know are refused, so that a mistyped one never answers with everything. Give your own ids as{" "}
          <code>external_id</code> and look things up by them.
        </p>
      </Section>

      <Section title="When something is refused">
        <p>
          One shape everywhere, with a code to decide by:{" "}
          <Link href="/docs/errors" className={LINK}>
            the catalogue of errors
          </Link>
          . Every answer carries <code>X-Request-Id</code>; tell it to whoever runs this server, and they find your
          request in the log. New fields may be added to answers at any time: ignore those you do not know.
        </p>
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="text-xl">{title}</h2>
      <div className="mt-3">{children}</div>
    </section>
  );
}
