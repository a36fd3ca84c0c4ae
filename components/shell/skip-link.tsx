/** The first stop of the Tab key: past the navigation. It needs an element with the id `content`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-accent px-4 py-2 text-sm font-strong text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
    >
      Skip to content
    </a>
  );
}
