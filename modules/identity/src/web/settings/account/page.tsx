import { ProblemNotice, Skeleton, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { identity } from "../../../contract/index.ts";
import { Password } from "./password.tsx";
import { Profile } from "./profile.tsx";
import { Sessions } from "./sessions.tsx";
import { TwoStep } from "./two-step.tsx";

/** One's own name, language and security. */
export default function AccountPage(): ReactElement {
  const { data, problem, loading, reload } = useOperation(identity.getSession, {});
  return (
    <div className="st-page">
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={6} />}
      {data && (
        <>
          <Profile user={data.user} />
          <Password />
          <TwoStep enabled={data.user.totpEnabled} />
          <Sessions />
        </>
      )}
    </div>
  );
}
