/** `NAME;PARAM=value:VALUE` taken apart; names in capitals, parameter values without quotes. */
export interface ContentLine {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

const NAME = /^[A-Za-z0-9-]{1,60}/;
const PARAM = /^;([A-Za-z0-9-]{1,60})=((?:"[^"]*"|[^;:,"]*)(?:,(?:"[^"]*"|[^;:,"]*))*)/;

/** Null when the line has not this form. O(length): every pattern is anchored and consumes what it matches. */
export function parseContentLine(line: string): ContentLine | null {
  const name = NAME.exec(line)?.[0];
  if (name === undefined) return null;
  let rest = line.slice(name.length);
  const params = new Map<string, string>();
  for (let match = PARAM.exec(rest); match !== null; match = PARAM.exec(rest)) {
    params.set((match[1] ?? "").toUpperCase(), (match[2] ?? "").replaceAll('"', ""));
    rest = rest.slice(match[0].length);
  }
  return rest.startsWith(":") ? { name: name.toUpperCase(), params, value: rest.slice(1) } : null;
}
