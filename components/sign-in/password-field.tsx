"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import type { FormState } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";

type PasswordFieldProps<Values extends FieldValues, Body> = { form: FormState<Values, Body>; name: FieldPath<Values> };

/** A password that can be looked at while it is typed. */
export function PasswordField<Values extends FieldValues, Body>({ form, name }: PasswordFieldProps<Values, Body>) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <FormField form={form} name={name} label="Password">
      <span className="relative block">
        <Input
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          required
          spellCheck={false}
          autoCapitalize="none"
          className="h-11 pe-11"
        />
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
    </FormField>
  );
}
