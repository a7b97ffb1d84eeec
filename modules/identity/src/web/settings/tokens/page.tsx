import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import {
  ConfirmPreview,
  EmptyState,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  toast,
  useCommand,
  useOperation,
  useShortcut,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { Section } from "../section.tsx";
import { tokenTexts } from "./messages.ts";
import { TokenDialog } from "./token-dialog.tsx";

type Token = OperationOutput<typeof identity.listTokens>["tokens"][number];

function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }): ReactElement {
  const t = useMessages(tokenTexts);
  const format = useFormat();
  const until = token.expiresAt ? t.until({ date: format.date(token.expiresAt) }) : t.forever;
  const used = token.lastUsedAt ? t.used({ when: format.relative(token.lastUsedAt) }) : t.unused;
  return (
    <li>
      <span className="st-row-words">
        <strong className="yt-ellipsis">{token.name}</strong>
        <small title={format.list(token.scopes.map((scope) => t.permissions[scope]))}>
          {t.facts({ count: token.scopes.length, until, used })}
        </small>
      </span>
      <Button size="small" onClick={onRevoke}>
        {t.revoke}
      </Button>
    </li>
  );
}

function RevokeDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }): ReactElement {
  const t = useMessages(tokenTexts);
  const revoke = useCommand(identity.revokeToken, {
    quiet: true,
    done: () => {
      toast.done(t.revoked);
      onClose();
    },
  });
  return (
    <ConfirmPreview
      open
      title={t.revokeTitle({ name: token.name })}
      text={t.revokeText}
      confirm={t.revoke}
      danger
      pending={revoke.pending}
      problem={revoke.problem}
      onConfirm={() => void revoke.run({ params: { tokenId: token.id } })}
      onCancel={onClose}
    />
  );
}

/** The caller's tokens for the API. */
export default function TokensPage(): ReactElement {
  const t = useMessages(tokenTexts);
  const { data, problem, loading, reload } = useOperation(identity.listTokens, {});
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Token>();
  useShortcut({ keys: "c", label: t.create, run: () => setCreating(true) });
  const create = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  const tokens = data?.tokens ?? [];
  return (
    <div className="st-page">
      <Section title={t.title} hint={t.hint} action={tokens.length > 0 && create}>
        <p className="st-docs">
          <a href="/api/docs" target="_blank" rel="noreferrer">
            {t.docs}
          </a>
        </p>
        <ProblemNotice problem={problem} onRetry={() => void reload()} />
        {loading && <Skeleton rows={3} rowPx={44} />}
        {data && tokens.length === 0 && <EmptyState text={t.empty} action={create} />}
        <ul className="st-rows">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
      </Section>
      {creating && <TokenDialog onClose={() => setCreating(false)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </div>
  );
}
