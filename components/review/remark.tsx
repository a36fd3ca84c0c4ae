/** What a scorer wrote of an answer. It is kept in the language that is scored in, which is English, and nobody translates it. */
export function Remark({ children }: { children: string }) {
  return (
    <span lang="en" dir="ltr" translate="no">
      {children}
    </span>
  );
}
