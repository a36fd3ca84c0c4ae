import type { Page } from "playwright/test";

/** What is read of an element beside its text. */
const READ = [
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "alt",
  "placeholder",
];

/**
 * The words on a page in the strange language that come from no catalogue: a catalogue's have an accent on every letter. What people
 * themselves wrote must be written without Latin letters in a test that asks for this.
 * @param names what is called so in every language, such as the product
 */
export async function unmarkedWords(page: Page, names: readonly string[] = ["TalentFlow"]): Promise<string[]> {
  const texts = await page.evaluate((attributes) => {
    const isRead = (element: Element | null) =>
      element?.closest("script, style, noscript, template, [translate=no]") === null;
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isRead(node.parentElement)) found.push(node.textContent ?? "");
    }
    for (const name of attributes) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (isRead(element)) found.push(element.getAttribute(name) ?? "");
      }
    }
    return found;
  }, READ);
  const foreign = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  return [...new Set(texts.filter((text) => /[A-Za-z]{2}/.test(foreign(text))))];
}
