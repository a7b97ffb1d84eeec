import { useMessages } from "@yutu/i18n";
import { type InputHTMLAttributes, type ReactElement, useId, useState } from "react";
import { EyeIcon, EyeOffIcon } from "../icons/icons.tsx";
import { formTexts } from "./messages.ts";
import { useFieldReason } from "./plain-form.tsx";
import "./text-field.css";

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "id"> {
  readonly name: string;
  readonly label: string;
  /** A remark below the field. */
  readonly hint?: string;
}

/** A labelled field of a `PlainForm`; passwords can be shown. */
export function TextField({ name, label, hint, type = "text", ...rest }: TextFieldProps): ReactElement {
  const t = useMessages(formTexts);
  const id = useId();
  const [reason, forget] = useFieldReason(name);
  const [shown, setShown] = useState(false);
  const password = type === "password";
  const remark = reason ?? hint;
  return (
    <div className="yt-field" data-wrong={reason !== undefined}>
      <label htmlFor={id}>{label}</label>
      <div className="yt-field-box">
        <input
          {...rest}
          id={id}
          name={name}
          type={password && shown ? "text" : type}
          aria-invalid={reason !== undefined}
          aria-describedby={remark === undefined ? undefined : `${id}-remark`}
          onInput={forget}
        />
        {password && (
          <button
            type="button"
            className="yt-plain yt-icon-button"
            aria-label={shown ? t.hide : t.show}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOffIcon /> : <EyeIcon />}
          </button>
        )}
      </div>
      {remark !== undefined && (
        <p id={`${id}-remark`} className="yt-field-remark" role={reason === undefined ? undefined : "alert"}>
          {remark}
        </p>
      )}
    </div>
  );
}
