import { useMessages } from "@yutu/i18n";
import { ChevronDownIcon, TrashIcon } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { templateTexts } from "./messages.ts";

interface Props {
  readonly name: string;
  readonly onMove?: (by: 1 | -1) => void;
  readonly onRemove: (() => void) | undefined;
}

/** Moves or removes an item of a list; each button says which. */
export function ItemButtons({ name, onMove, onRemove }: Props): ReactElement {
  const t = useMessages(templateTexts);
  return (
    <span className="pj-tpl-buttons">
      {onMove && (
        <>
          <Button
            type="text"
            size="small"
            className="pj-tpl-up"
            icon={<ChevronDownIcon />}
            aria-label={t.up({ name })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ChevronDownIcon />}
            aria-label={t.down({ name })}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <Button
        type="text"
        size="small"
        icon={<TrashIcon />}
        aria-label={t.remove({ name })}
        disabled={!onRemove}
        onClick={onRemove}
      />
    </span>
  );
}
