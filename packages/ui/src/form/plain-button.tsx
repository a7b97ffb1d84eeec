import type { ButtonHTMLAttributes, ReactElement } from "react";
import "./plain-button.css";

export interface PlainButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> {
  readonly look?: "primary" | "default" | "quiet";
  readonly size?: "small" | "default" | "large";
  /** As wide as its place. */
  readonly block?: boolean;
  /** At work: still there, but takes no second click. */
  readonly busy?: boolean;
}

/** A button of the shell and of the pages before the product, which do without the component library. Looks the same. */
export function PlainButton({
  look = "default",
  size = "default",
  block = false,
  busy = false,
  disabled,
  type,
  ...rest
}: PlainButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className="yt-plain yt-button"
      data-look={look}
      data-size={size}
      data-block={block}
      aria-busy={busy}
      disabled={disabled === true || busy}
    />
  );
}
