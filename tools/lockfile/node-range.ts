/** `20.19.0` → [20, 19, 0]; what is left out is 0. */
const numbers = (version: string) => {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch] as const;
};

function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

function satisfiesOne(version: string, comparator: string): boolean {
  const [, operator = "", bound = ""] = /^([<>=^~]*)\s*v?(.*)$/.exec(comparator) ?? [];
  const order = compare(version, bound);
  const [major, minor] = numbers(version);
  const [boundMajor, boundMinor] = numbers(bound);
  switch (operator) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "^":
      return order >= 0 && major === boundMajor;
    case "~":
      return order >= 0 && major === boundMajor && minor === boundMinor;
    default:
      return (
        bound === "*" ||
        bound === "" ||
        bound.split(".").every((part, i) => /^[x*]$/.test(part) || numbers(version)[i] === Number(part))
      );
  }
}

/** Whether a version satisfies an `engines` range: comparators joined by spaces, alternatives by `||`, `a - b` for spans. */
export function satisfiesRange(version: string, range: string): boolean {
  return range.split("||").some((alternative) =>
    alternative
      .replace(/(\S+)\s+-\s+(\S+)/g, ">=$1 <=$2")
      .replace(/([<>=^~])\s+/g, "$1")
      .trim()
      .split(/\s+/)
      .every((comparator) => satisfiesOne(version, comparator)),
  );
}
