import type { SpeechReason } from "../../speech/speech-state.ts";

/** Bytes as people say them: `108 MB`. */
export function sayBytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / 1e6))} MB`;
}

/** Codes of languages in English, the first few of many. */
export function sayLanguages(codes: readonly string[], most = 3): string {
  if (codes.includes("*")) return "many languages";
  const names = new Intl.DisplayNames("en", { type: "language" });
  const said = codes.slice(0, most).map((code) => names.of(code) ?? code);
  return codes.length > most ? `${said.join(", ")} and ${codes.length - most} more` : said.join(", ");
}

const FAULTS: Record<string, string> = {
  no_folder: "there is no such folder",
  missing: "is missing",
  several: "is there twice",
  empty: "is empty",
  cut: "is cut off",
  changed: "is not what it was",
};

/** Why there is no model, or not the one that was wanted, as a part of a sentence. */
export function sayReason({ code, params }: SpeechReason): string {
  const { host, status, file, fault, rule, how, matched, words } = params;
  switch (code) {
    case "no_network":
      return `no network: ${host} ${how}`;
    case "server_refused":
      return `${host} answered ${status}`;
    case "too_large":
    case "wrong_size":
      return `${host} has a file of another size than the catalogue's`;
    case "wrong_digest":
      return "the file is another than the catalogue's, by its SHA-256";
    case "disk_full":
      return "the disk has no room for it";
    case "unsafe_archive":
      return `the archive is refused: ${[rule, file, how].filter(Boolean).join(", ")}`;
    case "model_unreadable":
      return `${file}: ${FAULTS[String(fault)] ?? "cannot be read"}`;
    case "self_test_failed":
      return `it wrote ${matched} of the ${words} words of its test`;
    case "engine_failed":
      return `the recogniser breaks down with it: ${how}`;
    case "unknown_model":
      return "the catalogue has no model of that name";
    case "unexpected":
      return how ? String(how) : "the log says more";
  }
}
