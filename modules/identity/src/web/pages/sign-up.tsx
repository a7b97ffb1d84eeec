import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { AppLink, PlainButton, PlainForm, TextField, useCommand } from "@yutu/ui";
import type { ReactElement } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";
import { AccountFields, accountValues } from "./account-fields.tsx";
import { Door } from "./door.tsx";
import { useEnter } from "./use-enter.ts";

export default function SignUpPage(): ReactElement {
  const t = useMessages(identityTexts);
  const locale = languageOf(useLocale());
  const enter = useEnter();
  const signUp = useCommand(identity.signUp, { quiet: true });
  const submit = async (values: Readonly<Record<string, string>>): Promise<void> => {
    const body = { ...accountValues(values), workspaceName: values["workspaceName"] ?? "", locale };
    if ((await signUp.run({ body })).ok) await enter();
  };
  return (
    <Door title={t.signUp}>
      <PlainForm problem={signUp.problem} onSubmit={(values) => void submit(values)}>
        <TextField
          name="workspaceName"
          label={t.workspaceName}
          required
          autoComplete="organization"
          autoFocus
          maxLength={60}
        />
        <AccountFields />
        <PlainButton look="primary" size="large" type="submit" block busy={signUp.pending}>
          {t.signUp}
        </PlainButton>
      </PlainForm>
      <p className="id-door-foot">
        {t.haveAccount} <AppLink to="/sign-in">{t.signIn}</AppLink>
      </p>
    </Door>
  );
}
