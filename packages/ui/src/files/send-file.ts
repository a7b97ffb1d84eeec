import { type ProblemBody, problemBodySchema } from "@yutu/contract";
import { err, ok, type Result } from "@yutu/kernel";

export interface SendOptions {
  readonly method?: "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const broken = (code: string, status: number): ProblemBody => ({
  type: "about:blank",
  title: code,
  status,
  detail: "",
  code,
  requestId: "",
});

function answerOf(request: XMLHttpRequest): Result<unknown, ProblemBody> {
  let json: unknown = {};
  try {
    json = request.responseText === "" ? {} : JSON.parse(request.responseText);
  } catch {
    return err(broken("service/unreachable", request.status)); // a proxy answered instead of the service
  }
  if (request.status >= 200 && request.status < 300) return ok(json);
  const body = problemBodySchema.safeParse(json);
  return err(body.success ? body.data : broken("service/unreachable", request.status));
}

/** Sends a file as the raw body and reports how much has gone; `fetch` cannot tell that. Cancelling gives `file/cancelled`. */
export function sendFile(url: string, file: Blob, options: SendOptions = {}): Promise<Result<unknown, ProblemBody>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? "POST", url);
    request.setRequestHeader("accept", "application/json");
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => options.onProgress?.(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve(err(broken("service/unreachable", 0)));
    request.onabort = () => resolve(err(broken("file/cancelled", 0)));
    options.signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
