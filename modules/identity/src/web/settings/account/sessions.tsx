import { useFormat, useMessages } from "@yutu/i18n";
import {
  ConfirmPreview,
  ProblemNotice,
  Skeleton,
  toast,
  useCommand,
  useGo,
  useOperation,
  useReloadSession,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { sessionSource } from "../../session-source.ts";
import { Section } from "../section.tsx";
import { deviceName } from "./device-name.ts";
import { accountTexts } from "./messages.ts";

/** Ends all sessions of the person, this one too. */
function SignOutEverywhere(): ReactElement {
  const t = useMessages(accountTexts);
  const [asking, setAsking] = useState(false);
  const reload = useReloadSession();
  const go = useGo();
  const signOut = useCommand(identity.signOut, {
    done: () => {
      go(sessionSource.signInPath, { replace: true });
      void reload();
    },
  });
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t.everywhere}
      </Button>
      <ConfirmPreview
        open={asking}
        title={t.everywhereTitle}
        text={t.everywhereText}
        confirm={t.everywhere}
        danger
        pending={signOut.pending}
        onConfirm={() => void signOut.run({ body: { everywhere: true } })}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

/** Where the person is signed in. */
export function Sessions(): ReactElement {
  const t = useMessages(accountTexts);
  const format = useFormat();
  const { data, problem, loading, reload } = useOperation(identity.listSessions, {});
  const revoke = useCommand(identity.revokeSession, { done: () => toast.done(t.ended) });
  return (
    <Section title={t.sessions} hint={t.sessionsHint} action={<SignOutEverywhere />}>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={2} rowPx={44} />}
      <ul className="st-rows">
        {data?.sessions.map((each) => (
          <li key={each.id}>
            <span className="st-row-words">
              <span title={each.userAgent}>{deviceName(each.userAgent) || t.unknownDevice}</span>
              <small>{t.lastSeen({ when: format.relative(each.lastSeenAt), address: each.address })}</small>
            </span>
            {each.current ? (
              <span className="st-state" data-good="true">
                {t.here}
              </span>
            ) : (
              <Button size="small" onClick={() => void revoke.run({ params: { sessionId: each.id } })}>
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
