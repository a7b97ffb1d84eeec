import { useMessages } from "@yutu/i18n";
import { isComposingKey, ProblemNotice, useCommand } from "@yutu/ui";
import { Button, Input } from "antd";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { type BlockKey, retrospectives } from "../contract/index.ts";
import { retrospectiveTexts } from "./messages.ts";
import type { Retrospective, Written } from "./types.ts";
import { type TextDraft, useTextDraft } from "./use-text-draft.ts";

const MOST_CHARACTERS = 20_000;

interface Props {
  readonly retrospective: Written;
  readonly section: BlockKey;
  /** What stands here until somebody writes: the generated summary. */
  readonly generated?: string;
}

type Block = Retrospective["blocks"][number];

interface EditorProps {
  readonly retrospective: Written;
  readonly section: BlockKey;
  readonly block: Block | undefined;
  readonly draft: TextDraft;
  readonly onDraft: (draft: TextDraft | undefined) => void;
  /** Begun just now; a draft found on opening the page leaves the focus where it is. */
  readonly begun: boolean;
}

/** Somebody else's words came first: neither is lost, one is chosen. */
function Conflict({ block, draft, onDraft }: EditorProps): ReactElement | null {
  const t = useMessages(retrospectiveTexts);
  if (!block) return null;
  return (
    <div className="rt-conflict" role="alert">
      <p>{t.conflict({ name: block.updatedByName })}</p>
      <p className="yt-prose rt-quiet">{block.text}</p>
      <div className="rt-buttons">
        <Button size="small" onClick={() => onDraft({ ...draft, version: block.version })}>
          {t.keepMine}
        </Button>
        <Button size="small" type="text" onClick={() => onDraft(undefined)}>
          {t.takeTheirs}
        </Button>
      </div>
    </div>
  );
}

function Editor(props: EditorProps): ReactElement {
  const { retrospective, section, block, draft, onDraft, begun } = props;
  const t = useMessages(retrospectiveTexts);
  const { projectId } = retrospective;
  const save = useCommand(retrospectives.updateBlock, {
    quiet: true,
    done: () => onDraft(undefined),
    optimistic: (cache) =>
      cache.update(
        retrospectives.getRetrospective,
        (before) => ({
          ...before,
          blocks: before.blocks.map((each) => (each.key === section ? { ...each, text: draft.text.trim() } : each)),
        }),
        { params: { projectId } },
      ),
  });
  const outdated = draft.version !== (block?.version ?? 0);
  const blocked = outdated && !save.pending;
  const run = () => {
    if (blocked) return;
    const body = { key: section, text: draft.text, expectedVersion: draft.version };
    void save.run({ params: { projectId }, body });
  };
  const press = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) run();
  };
  return (
    <>
      {blocked ? <Conflict {...props} /> : <ProblemNotice problem={save.problem} />}
      <Input.TextArea
        autoFocus={begun}
        autoSize={{ minRows: 3, maxRows: 24 }}
        maxLength={MOST_CHARACTERS}
        aria-label={t.text({ section: t.key[section] })}
        value={draft.text}
        onChange={(event) => onDraft({ ...draft, text: event.target.value })}
        onKeyDown={press}
      />
      <div className="rt-buttons">
        <Button size="small" type="primary" loading={save.pending} disabled={blocked} onClick={run}>
          {t.save}
        </Button>
        <Button size="small" onClick={() => onDraft(undefined)}>
          {t.cancel}
        </Button>
      </div>
    </>
  );
}

/** People's words beside a section: read in place, written in place; half-written words survive leaving the page. */
export function TextBlock({ retrospective, section, generated = "" }: Props): ReactElement | null {
  const t = useMessages(retrospectiveTexts);
  const { projectId, blocks, abilities } = retrospective;
  const [draft, setDraft] = useTextDraft(`retrospective.${projectId}.${section}`);
  const [begun, setBegun] = useState(false);
  const block = blocks.find((each) => each.key === section);
  const props = { retrospective, section, block, begun };
  const shown = block?.text || generated;
  if (!abilities.edit && shown === "") return null;
  if (abilities.edit && draft)
    return (
      <div className="rt-text">
        <Editor {...props} draft={draft} onDraft={setDraft} />
      </div>
    );
  return (
    <div className="rt-text">
      {shown !== "" && <p className="yt-prose">{shown}</p>}
      {abilities.edit && (
        <Button
          size="small"
          type={shown === "" ? "dashed" : "text"}
          aria-label={`${shown === "" ? t.write : t.edit}: ${t.key[section]}`}
          onClick={() => {
            setBegun(true);
            setDraft({ text: shown, version: block?.version ?? 0 });
          }}
        >
          {shown === "" ? t.write : t.edit}
        </Button>
      )}
    </div>
  );
}
