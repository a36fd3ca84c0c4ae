/** Text as a machine wrote it; long lines scroll, and the keyboard can do that too. */
export function CodeBlock({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0} className="mt-2 max-h-72 overflow-auto rounded-control bg-sunken p-3 text-xs">
      <code>{children}</code>
    </pre>
  );
}
