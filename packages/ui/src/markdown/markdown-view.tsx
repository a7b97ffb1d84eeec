import { Fragment, type ReactElement, type ReactNode, useMemo } from "react";
import type { Block, Inline } from "./markdown-tree.ts";
import "./markdown-view.css";
import { parseMarkdown } from "./parse-markdown.ts";

/** Trees of one text are drawn anew together, so places serve as keys. */
const each = <Item,>(items: readonly Item[], draw: (item: Item) => ReactNode): ReactNode =>
  items.map((item, index) => <Fragment key={`${index}`}>{draw(item)}</Fragment>);

function drawInline(part: Inline): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "code":
      return <code>{part.text}</code>;
    case "strong":
      return <strong>{each(part.children, drawInline)}</strong>;
    case "emphasis":
      return <em>{each(part.children, drawInline)}</em>;
    case "deleted":
      return <del>{each(part.children, drawInline)}</del>;
    case "image":
      return <img src={part.from} alt={part.alt} loading="lazy" />;
    case "link": {
      const outside = /^https?:/.test(part.to) ? { target: "_blank", rel: "noopener noreferrer" } : {};
      return (
        <a href={part.to} {...outside}>
          {each(part.children, drawInline)}
        </a>
      );
    }
  }
}

/** Headings begin below those of the page. */
const HEADINGS = { 1: "h2", 2: "h3", 3: "h4", 4: "h5" } as const;

function Table({ block }: { readonly block: Extract<Block, { kind: "table" }> }): ReactElement {
  const cell = (align: string | undefined, children: readonly Inline[]): ReactElement => (
    <td data-align={align}>{each(children, drawInline)}</td>
  );
  return (
    <div className="yt-markdown-table">
      <table className="yt-figures">
        <thead>
          <tr>
            {block.head.map((children, column) => (
              <th key={`${column}`} scope="col" data-align={block.align[column]}>
                {each(children, drawInline)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {each(block.rows, (row) => (
            <tr>
              {row.map((children, column) => (
                <Fragment key={`${column}`}>{cell(block.align[column], children)}</Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawBlock(block: Block): ReactNode {
  switch (block.kind) {
    case "heading": {
      const Heading = HEADINGS[block.level];
      return <Heading>{each(block.children, drawInline)}</Heading>;
    }
    case "paragraph":
      return <p>{each(block.children, drawInline)}</p>;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return <blockquote>{each(block.blocks, drawBlock)}</blockquote>;
    case "rule":
      return <hr />;
    case "table":
      return <Table block={block} />;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {each(block.items, (item) => (
            <li data-task={item.checked !== undefined}>
              {item.checked !== undefined && (
                <span className="yt-markdown-box" data-on={item.checked} aria-hidden="true" />
              )}
              {each(item.blocks, drawBlock)}
            </li>
          ))}
        </List>
      );
    }
  }
}

/** Markdown as it reads; raw HTML stays text and only safe addresses are followed. */
export function MarkdownView({ text }: { readonly text: string }): ReactElement {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className="yt-markdown yt-prose">{each(blocks, drawBlock)}</div>;
}
