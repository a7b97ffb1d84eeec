import type { ReactElement } from "react";
import { isMac, keyCaps } from "./chord.ts";
import "./key-caps.css";

/** Keys as they are printed on the keyboard. */
export const KeyCaps = ({ keys }: { readonly keys: string }): ReactElement => (
  <span className="yt-keys">
    {keyCaps(keys, isMac()).map((cap, index) => (
      // caps of one shortcut never move
      <kbd key={`${index}-${cap}`}>{cap}</kbd>
    ))}
  </span>
);
