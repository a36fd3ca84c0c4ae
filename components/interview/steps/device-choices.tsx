import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { DeviceChoice } from "@/lib/client/devices/open-stream.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { devices as words } from "@/lib/words/en/room/devices.ts";

const sentences = catalogue({ en: words });

type Chosen = { cameraId?: string | undefined; microphoneId?: string | undefined };

/** Which camera and which microphone, where there is more than one. */
export function DeviceChoices({
  cameras,
  microphones,
  cameraId,
  microphoneId,
  onChange,
}: Chosen & { cameras: DeviceChoice[]; microphones: DeviceChoice[]; onChange: (chosen: Chosen) => void }) {
  if (cameras.length < 2 && microphones.length < 2) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <OneChoice
        kind="camera"
        devices={cameras}
        value={cameraId}
        onChange={(id) => onChange({ cameraId: id, microphoneId })}
      />
      <OneChoice
        kind="microphone"
        devices={microphones}
        value={microphoneId}
        onChange={(id) => onChange({ cameraId, microphoneId: id })}
      />
    </div>
  );
}

type OneChoiceProps = {
  kind: "camera" | "microphone";
  devices: DeviceChoice[];
  value: string | undefined;
  onChange: (id: string) => void;
};

function OneChoice({ kind, devices, value, onChange }: OneChoiceProps) {
  const say = useWords(sentences);
  if (devices.length < 2) return null;
  return (
    <Field label={say(kind)}>
      <Select size="large" value={value} onChange={(event) => onChange(event.target.value)}>
        {devices.map(({ id, label }, index) => (
          // What a device is called is its maker's word.
          <option key={id} value={id} translate={label ? "no" : undefined}>
            {label || say(`${kind}_number`, { number: index + 1 })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
