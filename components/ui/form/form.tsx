"use client";

import type { ComponentProps } from "react";
import type { FieldValues } from "react-hook-form";
import { classNames } from "../class-names.ts";
import type { FormState } from "./use-form.ts";

type FormProps<Values extends FieldValues, Body> = Omit<ComponentProps<"form">, "onSubmit"> & {
  form: FormState<Values, Body>;
  /** Instead of sending it at once. */
  onSubmit?: () => void;
};

/** The form on the page. By POST, so that one sent before its script has loaded never puts what was typed into an address. */
export function Form<Values extends FieldValues, Body>({
  form,
  onSubmit = () => void form.submit(),
  className,
  ...rest
}: FormProps<Values, Body>) {
  return (
    <form
      {...rest}
      ref={form.element}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className={classNames("flex flex-col gap-5", className)}
    />
  );
}
