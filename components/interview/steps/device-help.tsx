import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import { browserName } from "@/lib/client/devices/browser-name.ts";
import type { DeviceTrouble } from "@/lib/client/devices/device-error.ts";
import { deviceHelp } from "@/lib/client/devices/device-words.ts";

/** Why camera and microphone do not work, and what to do about it in this browser. */
export function DeviceHelp({ trouble }: { trouble: DeviceTrouble }) {
  const { title, steps } = deviceHelp(trouble, browserName(navigator.userAgent), useLocale());
  return (
    <Alert tone="caution" title={title} announce="alert">
      <ol className="list-decimal space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Alert>
  );
}
