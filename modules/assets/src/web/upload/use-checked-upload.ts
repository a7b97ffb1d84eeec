import type { ProblemBody } from "@yutu/contract";
import { err, type Result } from "@yutu/kernel";
import { type SendOne, sendFile, useClient } from "@yutu/ui";
import { useCallback, useRef, useState } from "react";
import { assets } from "../../contract/index.ts";
import type { Duplicate, UploadedFile } from "../use-assets.ts";
import { sha256Of } from "./sha256.ts";

/** A file that may be in the library already, until the person has chosen. */
export interface Doubt {
  readonly id: number;
  readonly fileName: string;
  readonly duplicates: readonly Duplicate[];
  /** True uploads it all the same. */
  readonly decide: (go: boolean) => void;
}

export interface Uploaded {
  readonly file: UploadedFile;
  /** The person knows that the library holds it. */
  readonly meant: boolean;
}

interface CheckedUpload {
  readonly send: SendOne;
  readonly doubts: readonly Doubt[];
  readonly uploaded: readonly Uploaded[];
  readonly remove: (fileId: string) => void;
}

const left: Result<never, ProblemBody> = err({
  type: "about:blank",
  title: "file/cancelled",
  status: 0,
  detail: "",
  code: "file/cancelled",
  requestId: "",
});

/** Asks about files that wait for a choice; a cancelled upload withdraws its question. */
function useDoubts() {
  const [doubts, setDoubts] = useState<readonly Doubt[]>([]);
  const lastId = useRef(0);
  const ask = useCallback(
    (fileName: string, duplicates: readonly Duplicate[], signal: AbortSignal): Promise<boolean> =>
      new Promise((resolve) => {
        lastId.current += 1;
        const id = lastId.current;
        const decide = (go: boolean): void => {
          setDoubts((before) => before.filter((each) => each.id !== id));
          resolve(go);
        };
        signal.addEventListener("abort", () => decide(false), { once: true });
        setDoubts((before) => [...before, { id, fileName, duplicates, decide }]);
      }),
    [],
  );
  return { doubts, ask };
}

/** Sends files only after the library was asked whether it has them: by their bytes and by their name. */
export function useCheckedUpload(): CheckedUpload {
  const client = useClient();
  const { doubts, ask } = useDoubts();
  const [uploaded, setUploaded] = useState<readonly Uploaded[]>([]);
  const send: SendOne = useCallback(
    async (file, control) => {
      const sha256 = await sha256Of(file);
      const asked = await client.call(
        assets.findDuplicates,
        { body: { name: file.name, ...(sha256 ? { sha256 } : {}) } },
        { signal: control.signal },
      );
      if (!asked.ok) return asked;
      let meant = false;
      if (asked.value.duplicates.length > 0) {
        meant = await ask(file.name, asked.value.duplicates, control.signal);
        if (!meant) return left;
      }
      const url = client.url(assets.uploadFile, { query: { name: file.name } });
      const sent = await sendFile(url, file, control);
      if (!sent.ok) return sent;
      const stored = assets.uploadFile.output.parse(sent.value);
      const same = stored.duplicates.filter((each) => each.reason === "same-bytes");
      if (!meant && same.length > 0) meant = await ask(file.name, same, control.signal);
      if (!meant && same.length > 0) return left;
      setUploaded((before) => [...before, { file: stored, meant }]);
      return sent;
    },
    [client, ask],
  );
  const remove = useCallback((fileId: string) => {
    setUploaded((before) => before.filter((each) => each.file.id !== fileId));
  }, []);
  return { send, doubts, uploaded, remove };
}
