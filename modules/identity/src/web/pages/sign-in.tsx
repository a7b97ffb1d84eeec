import { useMessages } from "@yutu/i18n";
import { AppLink, PlainButton, PlainForm, TextField, useCommand } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";
import { DemoPeople } from "./demo-people.tsx";
import { Door } from "./door.tsx";
import { useEnter } from "./use-enter.ts";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** First step: address and password. */
function CredentialsForm({ onCode }: { readonly onCode: () => void }): ReactElement {
  const t = useMessages(identityTexts);
  const enter = useEnter();
  const signIn = useCommand(identity.signIn, { quiet: true });
  const submit = async (body: Credentials): Promise<void> => {
    const result = await signIn.run({ body });
    if (!result.ok) return;
    if (result.value.next === "code") onCode();
    else await enter();
  };
  return (
    <>
      <PlainForm
        problem={signIn.problem}
        onSubmit={({ email = "", password = "" }) => void submit({ email, password })}
      >
        <TextField name="email" label={t.email} required type="email" autoComplete="username" autoFocus />
        <TextField name="password" label={t.password} required type="password" autoComplete="current-password" />
        <PlainButton look="primary" size="large" type="submit" block busy={signIn.pending}>
          {t.signIn}
        </PlainButton>
      </PlainForm>
      <p className="id-door-foot">
        {t.noAccount} <AppLink to="/sign-up">{t.signUp}</AppLink>
      </p>
      <DemoPeople disabled={signIn.pending} onChoose={(email, password) => void submit({ email, password })} />
    </>
  );
}

/** Second step, only for those who turned it on. */
function CodeForm({ onBack }: { readonly onBack: () => void }): ReactElement {
  const t = useMessages(identityTexts);
  const enter = useEnter();
  const confirm = useCommand(identity.confirmSignIn, { quiet: true });
  const submit = async (body: { readonly code: string }): Promise<void> => {
    if ((await confirm.run({ body })).ok) await enter();
  };
  return (
    <>
      <p className="id-door-hint">{t.codeHint}</p>
      <PlainForm problem={confirm.problem} onSubmit={({ code = "" }) => void submit({ code })}>
        <TextField name="code" label={t.code} required autoComplete="one-time-code" autoCapitalize="none" autoFocus />
        <PlainButton look="primary" size="large" type="submit" block busy={confirm.pending}>
          {t.confirm}
        </PlainButton>
        <PlainButton look="quiet" block onClick={onBack}>
          {t.back}
        </PlainButton>
      </PlainForm>
    </>
  );
}

export default function SignInPage(): ReactElement {
  const t = useMessages(identityTexts);
  const [step, setStep] = useState<"credentials" | "code">("credentials");
  return (
    <Door title={step === "code" ? t.codeTitle : t.signIn}>
      {step === "code" ? (
        <CodeForm onBack={() => setStep("credentials")} />
      ) : (
        <CredentialsForm onCode={() => setStep("code")} />
      )}
    </Door>
  );
}
