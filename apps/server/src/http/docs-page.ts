import type { Operation } from "@yutu/contract";

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

const row = (operation: Operation): string => `
  <details id="${operation.id}"><summary><code class="m ${operation.method}">${operation.method}</code> <code>/api/v1${escape(operation.path)}</code> <span>${escape(operation.summary)}</span></summary>
  <dl><dt>Operation</dt><dd><code>${operation.id}</code></dd><dt>Access</dt><dd><code>${operation.access}</code></dd>
  <dt>Refusals</dt><dd>${operation.problems.map((p) => `<code>${p.status} ${p.code}</code> ${escape(p.title)}`).join("<br>") || "only those every operation may give"}</dd></dl></details>`;

/** A readable index of the API; the full shapes are in the OpenAPI document it links to. */
export function docsPage(operations: readonly Operation[], version: string): string {
  const areas = groupByArea(operations);
  const sections = [...areas]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([area, list]) => `<h2>${area}</h2>${list.map(row).join("")}`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Yutu API ${version}</title>
<style>body{font:15px/1.55 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1b19;background:#f7f6f3}details{background:#fff;border:1px solid #e8e5df;border-radius:6px;margin:.4rem 0;padding:.5rem .8rem}summary{cursor:pointer}summary span{color:#57534c}.m{font-weight:700}dl{display:grid;grid-template-columns:7rem 1fr;gap:.3rem}dd{margin:0}@media(prefers-color-scheme:dark){body{color:#edebe7;background:#131316}details{background:#1a1a1e;border-color:#2e2e35}summary span{color:#b3afa8}a{color:#8c9bff}}</style>
<h1>Yutu API</h1><p>Version ${version}, ${operations.length} operations. Shapes of requests and answers: <a href="/api/openapi.json">OpenAPI 3.1 document</a>.</p>
<p>Sign in with a session cookie or send <code>Authorization: Bearer yutu_…</code> with an API token from Settings. Refusals are <code>application/problem+json</code> (RFC 9457); translate <code>code</code>, show <code>errors[].pointer</code> at the field. Lists page with <code>limit</code> and <code>cursor</code>. A POST with <code>Idempotency-Key</code> may be repeated safely.</p>
${sections.join("")}</html>`;
}

function groupByArea(operations: readonly Operation[]): Map<string, Operation[]> {
  const areas = new Map<string, Operation[]>();
  for (const operation of operations) {
    const area = operation.id.split(".")[0] ?? "";
    areas.set(area, [...(areas.get(area) ?? []), operation]);
  }
  return areas;
}
