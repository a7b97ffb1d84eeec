import { useMessages } from "@yutu/i18n";
import type { LiveState } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import "./offline.css";
import { useUpdate } from "./updates.ts";
import { useOnline } from "./use-online.ts";

/** Above the page: that what is shown may be old, and that a new version is there. */
export function Notices({ live }: { readonly live: LiveState }): ReactElement {
  const t = useMessages(shellTexts);
  const online = useOnline();
  const update = useUpdate();
  const away = online ? live === "lost" && t.lost : t.offline;
  return (
    <>
      {away && (
        <p className="sh-notice" data-tone="warning" role="status">
          {away}
        </p>
      )}
      {update && (
        <p className="sh-notice" role="status">
          {t.newVersion}
          <button type="button" className="yt-plain sh-notice-action" onClick={update}>
            {t.reload}
          </button>
        </p>
      )}
    </>
  );
}
