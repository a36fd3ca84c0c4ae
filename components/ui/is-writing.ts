/** Whether a key that was pressed is somebody's writing, or a matter between them and a window over the page. */
export function isWriting({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog], [role=menu]") !== null
  );
}
