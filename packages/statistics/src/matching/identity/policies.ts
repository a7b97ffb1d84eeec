import type { IdentifierKey, IdentifierPolicy } from "./identifier.ts";

const policy = (
  namespace: string,
  priority: number,
  limit: number | null,
  identifies: boolean,
  more: Partial<IdentifierPolicy> = {},
): IdentifierPolicy => ({ namespace, linkable: true, priority, limit, identifies, ...more });

/**
 * Starting policies for the Chinese market; a workspace edits its own copy. Scopes: `unionid` open-platform account,
 * `openid` app, `external_userid` and `pending_id` corp, `ouid` shop, `omid` brand, `open_uid` app key.
 */
export const DEFAULT_IDENTIFIER_POLICIES: readonly IdentifierPolicy[] = [
  policy("user_id", 1, 1, true),
  policy("member_no", 2, 1, true),
  policy("unionid", 3, 1, true),
  policy("phone", 4, 3, true),
  policy("omid", 5, 1, true),
  policy("email", 6, 5, true),
  policy("external_userid", 7, 1, true),
  policy("ouid", 8, 2, true),
  policy("open_uid", 9, 2, true),
  policy("openid", 10, 2, true),
  policy("pending_id", 11, 5, false, { lifetimeDays: 90 }),
  policy("device_id", 12, 5, false),
  policy("anonymous_id", 13, 5, false, { limitWindowDays: 7 }),
  // Differs by shop, app key and week even for one receiver: joining by it would join nobody, or the wrong people.
  policy("oaid", 99, null, false, { linkable: false }),
];

/** Values that systems write when they have none; everybody would be joined by them. */
const BLOCKED_EVERYWHERE: readonly string[] = [
  "^[0-]*$",
  "^-1$",
  "^(?:null|nil|none|undefined|nan|unknown|anonymous|guest|test|n/a|true|false|\\[object object\\])$",
];
const compiled = new Map<string, RegExp>();

function compile(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const fresh = new RegExp(pattern, "iu");
  compiled.set(pattern, fresh);
  return fresh;
}

/** Whether a value is one of the well-known non-values or matches the policy's own patterns (case-insensitive). */
export function isBlockedValue(identifier: IdentifierKey, own: readonly string[] = []): boolean {
  const value = identifier.value.trim();
  return BLOCKED_EVERYWHERE.some((p) => compile(p).test(value)) || own.some((p) => compile(p).test(value));
}
