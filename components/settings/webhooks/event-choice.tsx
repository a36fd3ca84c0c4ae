"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { FieldGroup } from "@/components/ui/field-group.tsx";
import { EVENT_MEANS } from "@/lib/contract/v1/event-means.ts";
import { EVENT_TYPE_NAMES, type EventType } from "@/lib/domain/event-types.ts";

type EventChoiceProps = {
  /** Empty: all events. */
  value: EventType[];
  onChange: (events: EventType[]) => void;
  error: string | null;
};

/** Which events a webhook is told: all of them, or those that are ticked. */
export function EventChoice({ value, onChange, error }: EventChoiceProps) {
  const [all, setAll] = useState(value.length === 0);
  const chooseAll = (next: boolean) => {
    setAll(next);
    onChange(next ? [] : [...EVENT_TYPE_NAMES]);
  };
  const choose = (type: EventType, ticked: boolean) => {
    const next = EVENT_TYPE_NAMES.filter((name) => (name === type ? ticked : value.includes(name)));
    onChange(next);
    if (next.length === 0) setAll(true); // nothing at all is what disabling is for
  };
  return (
    <FieldGroup legend="Events" error={error}>
      <Checkbox
        label="All events"
        hint="Those that later versions bring, too."
        checked={all}
        onChange={(event) => chooseAll(event.target.checked)}
      />
      {all ? null : (
        <div className="mt-3 flex flex-col gap-2 border-s border-hairline ps-4">
          {EVENT_TYPE_NAMES.map((type) => (
            <Checkbox
              key={type}
              label={<code className="text-sm">{type}</code>}
              hint={EVENT_MEANS[type]}
              checked={value.includes(type)}
              onChange={(event) => choose(type, event.target.checked)}
            />
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
