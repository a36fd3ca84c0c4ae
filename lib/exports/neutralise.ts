/**
 * What a spreadsheet takes for the beginning of a formula, also behind white space and in full-width form
 * (OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, carriage return, line feed).
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** Whether a spreadsheet could run this text. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** A text that is only ever a text: one that could run gets an apostrophe in front, which spreadsheets read as “this is text”. */
export function neutralise(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
