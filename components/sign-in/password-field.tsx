"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

/** A password that can be looked at while it is typed. */
export function PasswordField() {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label="Password">
      <span className="relative block">
        <PasswordInput shown={shown} />
        <Button
          variant="quiet"
          size="small"
          iconOnly
          aria-label="Show password"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-1.5 end-1.5"
        >
          <Icon aria-hidden size={18} className="text-muted" />
        </Button>
      </span>
    </Field>
  );
}

function PasswordInput({ shown }: { shown: boolean }) {
  return (
    <Input
      name="password"
      type={shown ? "text" : "password"}
      autoComplete="current-password"
      required
      spellCheck={false}
      autoCapitalize="none"
      className="h-11 pe-11"
    />
  );
}
