const MAX_NAME_LENGTH = 80;

/**
 * The name a downloaded recording gets: `Interview Zoë Müller 2026-11-22.webm`. The day is UTC's.
 *
 * @param extension without the dot
 */
export function downloadName(candidateName: string, recordedAt: Date, extension: string): string {
  const name = candidateName
    .normalize("NFC")
    // Control and invisible direction characters, and what a file system or a shell would take for its own.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|%]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const shown = [...name].slice(0, MAX_NAME_LENGTH).join("").trim();
  return `${["Interview", shown, recordedAt.toISOString().slice(0, 10)].filter(Boolean).join(" ")}.${extension}`;
}

/**
 * A Content-Disposition header (RFC 6266): the name in plain ASCII for old clients, and as it is (RFC 8187) for all others.
 *
 * @param how `attachment` saves, `inline` plays
 */
export function contentDisposition(how: "attachment" | "inline", fileName: string): string {
  const ascii = fileName
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "")
    .replace(/ +/g, " ")
    .trim();
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encodeExtended(fileName)}`;
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves alone. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
