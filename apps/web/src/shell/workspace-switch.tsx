import { useMessages } from "@yutu/i18n";
import { ActionMenu, SwitchIcon, toast, useActor, useClient, useModules, useReloadSession } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";

/** Name of the workspace; a menu where the account has several. */
export function WorkspaceSwitch({ slim = false }: { readonly slim?: boolean }): ReactElement {
  const t = useMessages(shellTexts);
  const { workspace, workspaces } = useActor();
  const client = useClient();
  const reload = useReloadSession();
  const source = useModules().find((module) => module.session)?.session;
  const change = async (id: string): Promise<void> => {
    if (!source || id === workspace.id) return;
    const result = await source.switchWorkspace(client, id);
    if (result.ok) await reload();
    else toast.problem(result.error);
  };
  const face = (
    <>
      <span className="sh-mark" aria-hidden="true" />
      {!slim && <span className="sh-workspace-name yt-ellipsis">{workspace.name}</span>}
    </>
  );
  if (workspaces.length < 2) {
    return (
      <div className="sh-workspace" title={slim ? workspace.name : undefined}>
        {face}
      </div>
    );
  }
  const actions = workspaces.map((each) => ({
    key: each.id,
    label: each.name,
    checked: each.id === workspace.id,
    run: () => void change(each.id),
  }));
  return (
    <ActionMenu
      label={t.switchWorkspace({ name: workspace.name })}
      className="yt-plain sh-workspace sh-workspace-button"
      groups={[{ key: "workspaces", title: t.workspace, actions }]}
    >
      {face}
      {!slim && <SwitchIcon />}
    </ActionMenu>
  );
}
