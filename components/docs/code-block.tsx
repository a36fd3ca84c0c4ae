import { CopyButton } from "@/components/ui/copy-button.tsx";

type CodeBlockProps = { title: string; code: string };

/** Code to copy; long lines scroll within their own box. */
export function CodeBlock({ title, code }: CodeBlockProps) {
  return (
    <figure className="my-5 overflow-hidden rounded-card border border-hairline bg-surface">
      <figcaption className="flex items-center justify-between gap-4 border-b border-hairline py-2 ps-4 pe-2">
        <span className="min-w-0 truncate text-sm text-muted">{title}</span>
        <CopyButton text={code} variant="quiet">
          Copy
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={title} className="overflow-x-auto">
        <pre className="w-max p-4 font-mono text-xs leading-5">
          <code>{code}</code>
        </pre>
      </section>
    </figure>
  );
}
