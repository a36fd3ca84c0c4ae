/** What is called so in every language: a model, an address, a file's format. */
export function AsIs({ children }: { children: string }) {
  return <bdi translate="no">{children}</bdi>;
}
