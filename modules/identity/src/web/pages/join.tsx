import { useMessages } from "@yutu/i18n";
import {
  AppLink,
  PlainButton,
  PlainForm,
  ProblemNotice,
  Skeleton,
  useCommand,
  useOperation,
  useRouteParam,
  useSession,
} from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";
import { AccountFields, type AccountValues, accountValues } from "./account-fields.tsx";
import { Door } from "./door.tsx";
import { useEnter } from "./use-enter.ts";

interface JoinFormProps {
  readonly token: string;
  readonly email: string | null;
  readonly onJoined: () => Promise<void>;
}

/** Joins with the account that is signed in, or with a new one. */
function JoinForm({ token, email, onJoined }: JoinFormProps): ReactElement {
  const t = useMessages(identityTexts);
  const session = useSession();
  const accept = useCommand(identity.acceptInvitation, { quiet: true });
  const join = async (newAccount?: AccountValues): Promise<void> => {
    if (!(await accept.run({ params: { token }, body: newAccount ? { newAccount } : {} })).ok) return;
    await onJoined();
  };
  if (session) {
    return (
      <>
        <ProblemNotice problem={accept.problem} />
        <PlainButton look="primary" size="large" block busy={accept.pending} onClick={() => void join()}>
          {t.joinAs({ email: session.member.email ?? session.member.name })}
        </PlainButton>
      </>
    );
  }
  return (
    <>
      <PlainForm problem={accept.problem} onSubmit={(values) => void join(accountValues(values))}>
        <AccountFields email={email ?? ""} />
        <PlainButton look="primary" size="large" type="submit" block busy={accept.pending}>
          {t.joinNew}
        </PlainButton>
      </PlainForm>
      <p className="id-door-foot">
        <AppLink to="/sign-in" search={{ next: `/join/${token}` }}>
          {t.joinSignIn}
        </AppLink>
      </p>
    </>
  );
}

export default function JoinPage(): ReactElement {
  const t = useMessages(identityTexts);
  const token = useRouteParam("token");
  const session = useSession();
  const enter = useEnter();
  const [joined, setJoined] = useState(false);
  // once used it is no longer valid, which nobody wants to read on the way in
  const { data, problem } = useOperation(identity.viewInvitation, { params: { token } }, { enabled: !joined });
  const onJoined = (): Promise<void> => {
    setJoined(true);
    return enter();
  };
  if (problem) {
    return (
      <Door title={t.product}>
        <ProblemNotice problem={problem} />
        <p className="id-door-foot">
          <AppLink to="/">{session ? t.toStart : t.signIn}</AppLink>
        </p>
      </Door>
    );
  }
  if (!data) {
    return (
      <Door title={t.product}>
        <Skeleton rows={3} />
      </Door>
    );
  }
  return (
    <Door title={t.joinTitle({ workspace: data.workspaceName })}>
      <p className="id-door-hint">{t.joinBy({ inviter: data.invitedBy, role: t.roles[data.role] })}</p>
      <JoinForm token={token} email={data.email} onJoined={onJoined} />
    </Door>
  );
}
