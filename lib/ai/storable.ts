/** A text without what PostgreSQL does not hold in one: NUL, and halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
