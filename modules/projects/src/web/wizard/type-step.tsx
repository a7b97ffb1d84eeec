import { useMessages } from "@yutu/i18n";
import type { CSSProperties, ReactElement } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { wizardTexts } from "./messages.ts";

interface Props {
  readonly templates: readonly ProjectTemplate[];
  readonly chosen: string | undefined;
  readonly onChoose: (template: ProjectTemplate) => void;
}

/** The types of the workspace; each says what it brings. */
export function TypeStep({ templates, chosen, onChoose }: Props): ReactElement {
  const t = useMessages(wizardTexts);
  const text = useLocalText();
  return (
    <>
      <p className="pj-wizard-intro">{t.pickType}</p>
      <div className="pj-types">
        {templates.map((type) => (
          <button
            key={type.key}
            type="button"
            className="yt-plain pj-type"
            aria-pressed={type.key === chosen}
            onClick={() => onChoose(type)}
          >
            <span className="pj-type-name">
              <span className="yt-square" style={{ "--yt-square": type.color } as CSSProperties} aria-hidden="true" />
              {text(type.name)}
            </span>
            <span className="pj-type-about">{text(type.description)}</span>
            <span className="pj-type-facts yt-figures">
              {[
                t.phases({ count: type.phases.length }),
                t.tasks({ count: type.tasks.length }),
                t.kpis({ count: type.kpis.length }),
              ].join(" · ")}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
