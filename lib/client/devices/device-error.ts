/**
 * Why camera or microphone cannot be used:
 * - `insecure`: the page did not come over HTTPS, so the browser hides every device.
 * - `unsupported`: this browser cannot record.
 * - `refused`, `refused_by_system`: the person, or the computer's own settings, said no.
 * - `missing`: there is no such device.
 * - `busy`: another program has it.
 */
export type DeviceTrouble =
  | "insecure"
  | "unsupported"
  | "refused"
  | "refused_by_system"
  | "missing"
  | "busy"
  | "unknown";

export class DeviceError extends Error {
  override readonly name = "DeviceError";
  readonly trouble: DeviceTrouble;

  constructor(trouble: DeviceTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** Reads the browsers' different words for the same thing. */
export function troubleOf(error: unknown): DeviceTrouble {
  if (error instanceof DeviceError) return error.trouble;
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return /system/i.test(message) ? "refused_by_system" : "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "unknown";
  }
}
