import { CHANNELS } from "@yutu/projects/domain";

/** What a workspace agrees to write into links. Lower case, so that `WeChat` and `wechat` are never two sources. */
export interface UtmDictionary {
  readonly sources: readonly string[];
  readonly mediums: readonly string[];
}

export const DEFAULT_DICTIONARY: UtmDictionary = {
  sources: [...CHANNELS.map(({ code }) => code), "baidu", "google", "meta", "partner"],
  mediums: [
    "cpc",
    "feed",
    "social",
    "kol",
    "live",
    "banner",
    "push",
    "email",
    "sms",
    "qr",
    "print",
    "referral",
    "organic",
    "other",
  ],
};

export interface UtmParameters {
  readonly source: string;
  readonly medium: string;
  /** The campaign key of the project. */
  readonly campaign: string;
  readonly content: string;
  readonly term: string;
}

export const UTM_PROBLEM_CODES = [
  "not-lower-case",
  "bad-characters",
  "not-in-dictionary",
  "personal-data",
  "too-long",
  "empty",
] as const;
export type UtmProblemCode = (typeof UTM_PROBLEM_CODES)[number];

export interface UtmProblem {
  readonly parameter: keyof UtmParameters;
  readonly code: UtmProblemCode;
}

const LONGEST = 100;
const ALLOWED = /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u;
const PERSONAL = /@|^\+?\d{11,}$/;

function check(
  parameter: keyof UtmParameters,
  value: string,
  allowed: readonly string[] | null,
): UtmProblemCode | null {
  if (value === "") return parameter === "content" || parameter === "term" ? null : "empty";
  if (value.length > LONGEST) return "too-long";
  if (PERSONAL.test(value)) return "personal-data";
  if (value !== value.toLowerCase()) return "not-lower-case";
  if (!ALLOWED.test(value)) return "bad-characters";
  return allowed !== null && !allowed.includes(value) ? "not-in-dictionary" : null;
}

/** Checks parameters against the naming rules: lower case, letters, digits and `_.-`, dictionary values, nothing personal. */
export function checkUtm(parameters: UtmParameters, dictionary: UtmDictionary): UtmProblem[] {
  const lists: Record<keyof UtmParameters, readonly string[] | null> = {
    source: dictionary.sources,
    medium: dictionary.mediums,
    campaign: null,
    content: null,
    term: null,
  };
  const names = Object.keys(lists) as (keyof UtmParameters)[];
  return names.flatMap((parameter) => {
    const code = check(parameter, parameters[parameter], lists[parameter]);
    return code === null ? [] : [{ parameter, code }];
  });
}

/** The form a value should have: lower case, blanks and slashes as dashes, other signs left out. */
export const utmSlug = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s/\\]+/g, "-")
    .replace(/[^\p{L}\p{N}_.-]/gu, "")
    .replace(/^[_.-]+/, "")
    .slice(0, LONGEST);

/**
 * The address with its tracking parameters; those already in it are replaced, everything else stays as it was.
 * @param target absolute http(s) address
 * @param linkCode goes along as `utm_id`
 * @returns null when the target is no such address
 */
export function taggedUrl(
  target: string,
  { source, medium, campaign, content, term }: UtmParameters,
  linkCode: string,
): string | null {
  let url: URL;
  try {
    url = new URL(target);
  } catch {
    return null;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.username !== "" || url.password !== "") return null;
  const values = {
    utm_source: source,
    utm_medium: medium,
    utm_campaign: campaign,
    utm_content: content,
    utm_term: term,
    utm_id: linkCode,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}
