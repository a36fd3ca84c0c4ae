import { browserName } from "../devices/browser-name.ts";

/**
 * Whose service hears what is said while a browser's speech recognition writes along, in words. Browsers do not tell, and
 * where sound is worked on is theirs to decide; these are the makers whose service they use.
 */
export function speechService(userAgent: string): string {
  switch (browserName(userAgent)) {
    case "edge":
      return "Microsoft, the maker of Edge";
    case "safari":
      return "Apple, the maker of Safari";
    case "chrome":
      return "the maker of your browser (for Chrome that is Google)";
    default:
      return "the maker of your browser";
  }
}
