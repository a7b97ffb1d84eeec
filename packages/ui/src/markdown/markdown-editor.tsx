import { useMessages } from "@yutu/i18n";
import { Segmented } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { linkSelection, prefixLines, type Selected, wrap } from "./edit-text.ts";
import "./markdown-editor.css";
import { MarkdownView } from "./markdown-view.tsx";
import { markdownTexts } from "./messages.ts";

export interface MarkdownEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** Writes Markdown with a few tools and a preview. */
export function MarkdownEditor({ label, value, onChange, rows = 10, placeholder }: MarkdownEditorProps): ReactElement {
  const t = useMessages(markdownTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<"write" | "preview">("write");
  const apply = (edit: (selected: Selected) => Selected): void => {
    const element = field.current;
    if (!element) return;
    const next = edit({ text: value, start: element.selectionStart, end: element.selectionEnd });
    onChange(next.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.start, next.end);
    });
  };
  const tools = [
    { label: t.heading, sign: "H", edit: (selected: Selected) => prefixLines(selected, "## ") },
    { label: t.bold, sign: "B", edit: (selected: Selected) => wrap(selected, "**") },
    { label: t.list, sign: "•", edit: (selected: Selected) => prefixLines(selected, "- ") },
    { label: t.numbered, sign: "1.", edit: (selected: Selected) => prefixLines(selected, (line) => `${line + 1}. `) },
    { label: t.quote, sign: "❝", edit: (selected: Selected) => prefixLines(selected, "> ") },
    { label: t.link, sign: "↗", edit: linkSelection },
  ];
  return (
    <div className="yt-editor">
      <div className="yt-editor-bar">
        <div role="toolbar" aria-label={t.tools} className="yt-editor-tools">
          {view === "write" &&
            tools.map((tool) => (
              <button
                key={tool.label}
                type="button"
                className="yt-plain yt-icon-button"
                aria-label={tool.label}
                title={tool.label}
                onClick={() => apply(tool.edit)}
              >
                {tool.sign}
              </button>
            ))}
        </div>
        <Segmented
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: "write", label: t.write },
            { value: "preview", label: t.preview },
          ]}
        />
      </div>
      {view === "write" ? (
        <textarea
          ref={field}
          rows={rows}
          value={value}
          aria-label={label}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <div className="yt-editor-preview">
          <MarkdownView text={value} />
        </div>
      )}
    </div>
  );
}
