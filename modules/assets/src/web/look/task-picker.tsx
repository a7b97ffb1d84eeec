import { useMessages } from "@yutu/i18n";
import { type PaletteHit, useClient } from "@yutu/ui";
import { Select } from "antd";
import { type ReactElement, useEffect, useState } from "react";
import { uploadTexts } from "../upload/messages.ts";
import { useTaskSearch } from "./task-port.ts";

const PAUSE_MS = 250;

interface Props {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (taskIds: string[]) => void;
}

/** Tasks by title or number; nothing where the build has no tasks. */
export function TaskPicker({ id, value = [], onChange }: Props): ReactElement | null {
  const t = useMessages(uploadTexts);
  const client = useClient();
  const search = useTaskSearch();
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly PaletteHit[]>([]);
  useEffect(() => {
    if (!search || text.trim() === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void search.search(client, text.trim(), abort.signal).then((found) => {
        if (!abort.signal.aborted)
          setHits((before) => [...new Map([...before, ...found].map((h) => [h.key, h])).values()]);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, client, text]);
  if (!search) return null;
  return (
    <Select
      {...(id ? { id } : { "aria-label": t.tasks })}
      mode="multiple"
      className="as-wide"
      placeholder={t.findTask}
      value={[...value]}
      showSearch={{ optionFilterProp: "label", onSearch: setText }}
      notFoundContent={null}
      options={hits.map((hit) => ({ value: hit.key, label: [hit.context, hit.title].filter(Boolean).join(" ") }))}
      onChange={(next) => onChange?.(next)}
    />
  );
}
