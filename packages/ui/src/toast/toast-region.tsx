import { useMessages } from "@yutu/i18n";
import { type ReactElement, useEffect, useState, useSyncExternalStore } from "react";
import { CloseIcon } from "../icons/icons.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { useProblemText } from "../problem/use-problem-text.ts";
import { toastTexts } from "./messages.ts";
import "./toast-region.css";
import { type Toast, toast, toastStore } from "./toast-store.ts";

function ToastRow({ entry }: { readonly entry: Toast }): ReactElement {
  const t = useMessages(toastTexts);
  const problemText = useProblemText();
  const [held, setHeld] = useState(false);
  const { id, lastsMs } = entry;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => toast.dismiss(id), lastsMs);
    return () => clearTimeout(timer);
  }, [id, lastsMs, held]);
  const act = (run: () => void): void => {
    toast.dismiss(id);
    run();
  };
  const { action, undo } = entry;
  return (
    <li
      className={`yt-toast yt-toast-${entry.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="yt-toast-mark" aria-hidden="true" />
      <span className="yt-toast-text">{entry.problem ? problemText(entry.problem) : entry.text}</span>
      {action && (
        <button type="button" className="yt-plain yt-toast-action" onClick={() => act(action.run)}>
          {action.label}
        </button>
      )}
      {undo && (
        <button type="button" className="yt-plain yt-toast-action" onClick={() => act(undo)}>
          {t.undo}
        </button>
      )}
      <button type="button" className="yt-plain yt-toast-close" aria-label={t.close} onClick={() => toast.dismiss(id)}>
        <CloseIcon />
      </button>
    </li>
  );
}

/** Where notices appear; mounted once. ⌘Z takes back the latest that can be. */
export function ToastRegion(): ReactElement {
  const t = useMessages(toastTexts);
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, toastStore.get);
  const undoable = toasts.findLast((entry) => entry.undo);
  useShortcut({
    keys: "mod+z",
    label: t.undo,
    enabled: undoable !== undefined,
    run: () => {
      if (!undoable?.undo) return;
      toast.dismiss(undoable.id);
      undoable.undo();
    },
  });
  return (
    <section className="yt-toasts" aria-label={t.region} aria-live="polite">
      <ul>
        {toasts.map((entry) => (
          <ToastRow key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
