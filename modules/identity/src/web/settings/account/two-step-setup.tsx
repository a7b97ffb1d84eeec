import { useMessages } from "@yutu/i18n";
import { ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Button, Form, Input } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { FormButtons } from "../form-buttons.tsx";
import { settingsTexts } from "../messages.ts";
import { accountTexts } from "./messages.ts";

interface PasswordStepProps {
  readonly submit: string;
  readonly pending: boolean;
  readonly onSubmit: (password: string) => void;
  readonly onCancel: () => void;
}

/** Nobody who finds an open browser may change this: the password is asked again. */
export function PasswordStep({ submit, pending, onSubmit, onCancel }: PasswordStepProps): ReactElement {
  const t = useMessages(accountTexts);
  const words = useMessages(settingsTexts);
  return (
    <Form
      name="two-step"
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => onSubmit(String(password))}
    >
      <Form.Item name="password" label={t.confirmPassword} rules={[{ required: true, message: words.required }]}>
        <Input.Password maxLength={256} autoComplete="current-password" autoFocus />
      </Form.Item>
      <FormButtons submit={submit} pending={pending} onCancel={onCancel} />
    </Form>
  );
}

function RecoveryCodes({
  codes,
  onDone,
}: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages(accountTexts);
  const words = useMessages(settingsTexts);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join("\n"));
    toast.done(words.copied);
  };
  return (
    <>
      <h3>{t.codesTitle}</h3>
      <p className="st-quiet">{t.codesHint}</p>
      <ul className="st-codes yt-figures">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="st-buttons">
        <Button onClick={() => void copy()}>{t.copyCodes}</Button>
        <Button type="primary" onClick={onDone}>
          {t.keptCodes}
        </Button>
      </div>
    </>
  );
}

/** Password, then the QR code and a first code, then the recovery codes. */
export function TwoStepSetup({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(accountTexts);
  const [secret, setSecret] = useState<{ readonly secret: string; readonly qrSvg: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const start = useCommand(identity.startTotp, { quiet: true, done: setSecret });
  const confirm = useCommand(identity.confirmTotp, {
    quiet: true,
    done: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onClose} />;
  if (!secret) {
    return (
      <>
        <ProblemNotice problem={start.problem} />
        <PasswordStep
          submit={t.next2}
          pending={start.pending}
          onSubmit={(password) => void start.run({ body: { password } })}
          onCancel={onClose}
        />
      </>
    );
  }
  return (
    <>
      <p>{t.scan}</p>
      <div className="st-qr">
        <img src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qrSvg)}`} alt={t.qr} />
        <p>
          <span className="st-quiet">{t.secret}</span>
          <br />
          <code>{secret.secret}</code>
        </p>
      </div>
      <ProblemNotice problem={confirm.problem} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => void confirm.run({ body: { code: String(code) } })}
      >
        <Form.Item name="code" label={t.code} rules={[{ required: true, min: 6, message: t.code }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={20} autoFocus />
        </Form.Item>
        <FormButtons submit={t.confirm} pending={confirm.pending} onCancel={onClose} />
      </Form>
    </>
  );
}
