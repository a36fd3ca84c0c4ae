"use client";

import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { accessibleReference } from "./accessible-reference.ts";
import "./reference.css";

const DOCUMENT = "/api/openapi.json";

/** Every operation, from the document that this server makes of itself, to read and to try with a key. */
export function Reference() {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "shown" | "failed">("loading");
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt runs it again
  useEffect(() => {
    const leaving = new AbortController();
    setState("loading");
    show(place.current, leaving.signal).then(
      () => setState("shown"),
      () => leaving.signal.aborted || setState("failed"),
    );
    return () => leaving.abort();
  }, [attempt]);
  return (
    <>
      {state === "loading" ? <Loading /> : null}
      {state === "failed" ? (
        <Alert
          tone="negative"
          title="The reference could not be loaded"
          announce="alert"
          action={<Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>}
        >
          The server did not answer. The document itself is at <a href={DOCUMENT}>{DOCUMENT}</a>.
        </Alert>
      ) : null}
      <div ref={place} className="api-reference" />
    </>
  );
}

/** Draws into `place`. What is tried goes to the server that shows the page, with the key that was pasted and no cookie. */
async function show(place: HTMLElement | null, signal: AbortSignal): Promise<void> {
  const [{ default: SwaggerUI }, response] = await Promise.all([
    import("swagger-ui-dist/swagger-ui-es-bundle.js"),
    fetch(DOCUMENT, { signal }),
  ]);
  if (!response.ok) throw new Error(`the document was refused with ${response.status}`);
  const document = await response.json();
  signal.throwIfAborted();
  if (!place) return;
  place.replaceChildren();
  const domNode = place.appendChild(window.document.createElement("div"));
  SwaggerUI({
    domNode,
    spec: { ...document, servers: [{ url: window.location.origin, description: "This installation" }] },
    plugins: [accessibleReference],
    layout: "ReferenceLayout",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    filter: true,
    persistAuthorization: false,
    validatorUrl: null,
    requestInterceptor: (request) => Object.assign(request, { credentials: "omit" }),
  });
}

function Loading() {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">The reference is loading.</span>
      {Array.from({ length: 8 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <Skeleton key={row} className="h-11" />
      ))}
    </div>
  );
}
