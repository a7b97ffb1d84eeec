import { useMessages } from "@yutu/i18n";
import {
  CloseIcon,
  Popover,
  type StateSchema,
  shortState,
  toast,
  useCommand,
  useGo,
  useOperation,
  writeSearch,
} from "@yutu/ui";
import { Button, Checkbox, Input } from "antd";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { taskTexts } from "../messages.ts";
import { listTexts } from "./messages.ts";
import "./list.css";

interface Props {
  readonly projectId?: string | undefined;
  /** The page that a view opens, without search. */
  readonly path: string;
  /** Name of the page among views. */
  readonly view: string;
  /** What would be kept. */
  readonly search: Readonly<Record<string, unknown>>;
  /** How the page reads its address: what equals its defaults is neither kept nor written there. */
  readonly schema: StateSchema<object>;
}

function SaveForm({ projectId, view, search, schema, close }: Props & { readonly close: () => void }): ReactElement {
  const t = useMessages(listTexts);
  const words = useMessages(taskTexts);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const create = useCommand(tasks.createView, {
    done: () => {
      toast.done(t.viewSaved);
      close();
    },
  });
  return (
    <form
      className="tk-view-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = {
          name: name.trim(),
          shared,
          view,
          search: shortState(schema, search),
          projectId: projectId ?? null,
        };
        if (body.name !== "") void create.run({ body });
      }}
    >
      <Input
        value={name}
        maxLength={40}
        placeholder={t.viewName}
        aria-label={t.viewName}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t.shareView}
      </Checkbox>
      <Button type="primary" size="small" htmlType="submit" disabled={name.trim() === ""} loading={create.pending}>
        {words.save}
      </Button>
    </form>
  );
}

function Views({ projectId, path, view, schema, close }: Props & { readonly close: () => void }): ReactElement {
  const t = useMessages(listTexts);
  const go = useGo();
  const { data } = useOperation(tasks.listViews, { query: projectId ? { projectId } : {} });
  const remove = useCommand(tasks.deleteView, { done: () => toast.done(t.viewDeleted) });
  const views = (data?.views ?? []).filter((each) => each.view === view);
  if (views.length === 0) return <p className="tk-quiet tk-view-none">{t.noViews}</p>;
  return (
    <ul className="tk-views">
      {views.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            className="yt-plain tk-view-open"
            onClick={() => {
              close();
              go(path + writeSearch(shortState(schema, each.search)));
            }}
          >
            <span className="yt-ellipsis">{each.name}</span>
            {each.shared && !each.own && <small>{t.sharedBy({ name: each.ownerName })}</small>}
          </button>
          {each.own && (
            <button
              type="button"
              className="yt-plain yt-icon-button"
              aria-label={t.deleteView({ name: each.name })}
              onClick={() => void remove.run({ params: { viewId: each.id } })}
            >
              <CloseIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Opens kept filters, and keeps the present ones under a name. */
export function SavedViews(props: Props): ReactElement {
  const t = useMessages(listTexts);
  return (
    <Popover label={t.views} button={t.saveView} buttonClass="tk-bar-button" align="end">
      {(close) => (
        <div className="tk-view-panel">
          <Views {...props} close={close} />
          <SaveForm {...props} close={close} />
        </div>
      )}
    </Popover>
  );
}
