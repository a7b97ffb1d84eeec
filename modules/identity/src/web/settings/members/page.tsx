import { useMessages } from "@yutu/i18n";
import {
  NoMatch,
  PlusIcon,
  ProblemNotice,
  SearchField,
  Skeleton,
  useOperation,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { identity } from "../../../contract/index.ts";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberList } from "./member-list.tsx";
import { MemberPeek } from "./member-peek.tsx";
import { memberTexts } from "./messages.ts";

const SHOWS = ["members", "invitations"] as const;
const membersState = z.object({
  show: z.enum(SHOWS).default("members"),
  q: z.string().default(""),
  member: z.string().default(""),
});

/** The list, filtered by what is typed, with a panel for one of them. */
function Members({
  q,
  openId,
  onOpen,
  onClear,
}: {
  readonly q: string;
  readonly openId: string;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
}): ReactElement {
  const { data, problem, loading, reload } = useOperation(identity.listMembers, {}, { live: ["member"] });
  const wanted = q.trim().toLowerCase();
  const members = (data?.members ?? []).filter((m) => `${m.name} ${m.email}`.toLowerCase().includes(wanted));
  const at = members.findIndex((m) => m.id === openId);
  const open = members[at];
  return (
    <>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton columns={["180px", "1fr", "128px", "148px", "96px"]} />}
      {data && members.length === 0 && <NoMatch onClear={onClear} />}
      {members.length > 0 && <MemberList members={members} currentId={openId} onOpen={onOpen} />}
      {open && (
        <MemberPeek
          member={open}
          onClose={() => onOpen("")}
          onStep={(by) => {
            const next = members[at + by];
            if (next) onOpen(next.id);
          }}
        />
      )}
    </>
  );
}

/** People of the workspace and invitations to it. */
export default function MembersPage(): ReactElement {
  const t = useMessages(memberTexts);
  const [state, setState] = useUrlState(membersState);
  const [inviting, setInviting] = useState(false);
  useShortcut({ keys: "c", label: t.invite, run: () => setInviting(true) });
  const invite = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setInviting(true)}>
      {t.invite}
    </Button>
  );
  return (
    <>
      <div className="st-bar">
        <Segmented
          size="small"
          aria-label={t.show}
          value={state.show}
          options={SHOWS.map((value) => ({ value, label: t[value] }))}
          onChange={(show) => setState({ show })}
        />
        {state.show === "members" && <SearchField label={t.search} value={state.q} onChange={(q) => setState({ q })} />}
        <span className="st-bar-end">{invite}</span>
      </div>
      {state.show === "members" ? (
        <Members
          q={state.q}
          openId={state.member}
          onOpen={(member) => setState({ member })}
          onClear={() => setState({ q: "" })}
        />
      ) : (
        <Invitations invite={invite} />
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
