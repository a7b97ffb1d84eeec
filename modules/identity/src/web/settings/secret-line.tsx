import { useMessages } from "@yutu/i18n";
import { toast } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { settingsTexts } from "./messages.ts";

interface Props {
  readonly label: string;
  readonly value: string;
}

/** A value that is shown once, to be copied. */
export function SecretLine({ label, value }: Props): ReactElement {
  const t = useMessages(settingsTexts);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    toast.done(t.copied);
  };
  return (
    <div className="st-secret">
      <p>{t.once}</p>
      <div>
        <input
          readOnly
          aria-label={label}
          value={value}
          className="yt-figures"
          onFocus={(event) => event.target.select()}
        />
        <Button type="primary" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </div>
    </div>
  );
}
