import { randomUUID } from "node:crypto";

/**
 * A form as one `multipart/form-data` body whose size is known before it is sent, as small servers want it to be. Files that are on the disk
 * stay there until they are sent.
 *
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function formBody(form: FormData): Blob {
  const boundary = `form-${randomUUID()}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of form) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`);
    if (typeof value === "string") {
      parts.push(`\r\n\r\n${withLineEnds(value)}\r\n`);
    } else {
      const type = value.type || "application/octet-stream";
      parts.push(`; filename="${quoted(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`, value, "\r\n");
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return new Blob(parts, { type: `multipart/form-data; boundary=${boundary}` });
}

const quoted = (name: string) => name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");

const withLineEnds = (value: string) => value.replace(/\r\n?|\n/g, "\r\n");
