import { useMessages } from "@yutu/i18n";
import { TextField } from "@yutu/ui";
import type { ReactElement } from "react";
import { identityTexts } from "../messages.ts";

export interface AccountValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** The values of the fields below, as a form gives them. */
export const accountValues = (values: Readonly<Record<string, string>>): AccountValues => ({
  name: values["name"] ?? "",
  email: values["email"] ?? "",
  password: values["password"] ?? "",
});

/** The fields of a new account. */
export function AccountFields({ email = "" }: { readonly email?: string }): ReactElement {
  const t = useMessages(identityTexts);
  return (
    <>
      <TextField name="name" label={t.name} required autoComplete="name" maxLength={60} />
      <TextField name="email" label={t.email} required type="email" autoComplete="username" defaultValue={email} />
      <TextField
        name="password"
        label={t.password}
        required
        type="password"
        autoComplete="new-password"
        hint={t.passwordHint}
      />
    </>
  );
}
