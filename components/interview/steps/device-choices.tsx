import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { DeviceChoice } from "@/lib/client/devices/open-stream.ts";

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
        label="Camera"
        devices={cameras}
        value={cameraId}
        onChange={(id) => onChange({ cameraId: id, microphoneId })}
      />
      <OneChoice
        label="Microphone"
        devices={microphones}
        value={microphoneId}
        onChange={(id) => onChange({ cameraId, microphoneId: id })}
      />
    </div>
  );
}

type OneChoiceProps = {
  label: string;
  devices: DeviceChoice[];
  value: string | undefined;
  onChange: (id: string) => void;
};

function OneChoice({ label, devices, value, onChange }: OneChoiceProps) {
  if (devices.length < 2) return null;
  return (
    <Field label={label}>
      <Select size="large" value={value} onChange={(event) => onChange(event.target.value)}>
        {devices.map((device) => (
          <option key={device.id} value={device.id}>
            {device.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
