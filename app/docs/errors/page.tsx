import type { Metadata } from "next";
import { CodeBlock } from "@/components/docs/code-block.tsx";
import { adviceFor } from "@/lib/contract/error-advice.ts";
import { ERRORS, type ErrorCode } from "@/lib/contract/error-codes.ts";

export const metadata: Metadata = { title: "Error codes" };

const CODES = Object.keys(ERRORS) as ErrorCode[];
const STATUSES = [...new Set(CODES.map((code) => ERRORS[code].status))].sort((one, other) => one - other);

/** Every code there is, from the table by which the server itself answers. */
export default function ErrorsPage() {
  return (
    <>
      <h1 className="text-2xl sm:text-3xl">Error codes</h1>
      <p className="mt-3 max-w-2xl text-muted">
        Every refusal has one shape. Let your program decide by <code>error.code</code>, which stays; the message is for
        people and may change. <code>error.issues</code> names fields, and is empty where none is to blame.
      </p>
      <div className="max-w-2xl">
        <CodeBlock title="A refusal" code={EXAMPLE} />
      </div>
      {STATUSES.map((status) => (
        <section key={status} className="mt-10" aria-labelledby={`status-${status}`}>
          <h2 id={`status-${status}`} className="text-lg">
            {status}
          </h2>
          <dl className="mt-2 border-t border-hairline">
            {CODES.filter((code) => ERRORS[code].status === status).map((code) => (
              <div
                key={code}
                id={code}
                className="grid scroll-mt-4 gap-x-8 gap-y-1 border-b border-hairline py-4 target:bg-accent-soft sm:grid-cols-[16rem_1fr]"
              >
                <dt className="min-w-0">
                  <a href={`#${code}`} className="rounded-mark font-mono text-sm break-words hover:underline">
                    {code}
                  </a>
                </dt>
                <dd>
                  <p>{ERRORS[code].means}</p>
                  <p className="mt-1 text-sm text-muted">{adviceFor(code)}</p>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

const EXAMPLE = `{
  "success": false,
  "message": "Some fields are not valid.",
  "error": {
    "code": "invalid_fields",
    "issues": [{ "path": "candidate.email", "message": "is required" }]
  }
}`;
