import { useFormat, useMessages } from "@yutu/i18n";
import { EmptyState, ProblemNotice, Skeleton, toast, useCommand, useOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement, ReactNode } from "react";
import { identity } from "../../../contract/index.ts";
import { identityTexts } from "../../messages.ts";
import { memberTexts } from "./messages.ts";

/** Invitations and what became of them; open ones can be withdrawn. */
export function Invitations({ invite }: { readonly invite: ReactNode }): ReactElement {
  const t = useMessages(memberTexts);
  const words = useMessages(identityTexts);
  const format = useFormat();
  const { data, problem, loading, reload } = useOperation(identity.listInvitations, {});
  const revoke = useCommand(identity.revokeInvitation, { done: () => toast.done(t.revoked) });
  if (loading) return <Skeleton rows={4} columns={["1fr", "120px", "72px"]} />;
  if (!data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (data.invitations.length === 0) return <EmptyState text={t.noInvitations} action={invite} />;
  return (
    <div className="st-page">
      <ul className="st-rows">
        {data.invitations.map((each) => (
          <li key={each.id}>
            <span className="st-row-words">
              <span className="yt-ellipsis">
                {each.email ?? t.anybody} · {words.roles[each.role]}
              </span>
              <small>{t.invitedBy({ name: each.invitedBy, until: format.dateTime(each.expiresAt) })}</small>
            </span>
            <span className="st-state" data-good={each.state === "accepted"}>
              {t.states[each.state]}
            </span>
            {each.state === "open" && (
              <Button size="small" onClick={() => void revoke.run({ params: { invitationId: each.id } })}>
                {t.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
