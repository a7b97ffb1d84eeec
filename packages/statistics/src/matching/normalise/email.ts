import { ok } from "@yutu/kernel";
import { type Matched, refuseMatch } from "../problems.ts";
import { foldText } from "./fold-text.ts";

/** Which differences between addresses are ignored. Joining people by a looser form is a decision, so it is explicit. */
export interface EmailPolicy {
  /** `strip` treats `li+shop@x.cn` as `li@x.cn`; `keep` leaves them two addresses. */
  readonly plusTag: "keep" | "strip";
  /** `strip` removes dots in the local part at gmail.com, where they have no meaning. */
  readonly gmailDots: "keep" | "strip";
}

/** Keeps what a person typed apart from case and width; nothing is joined that a mail server might deliver apart. */
export const STRICT_EMAIL_POLICY: EmailPolicy = { plusTag: "keep", gmailDots: "keep" };

/** Addresses that reach one mailbox at all large providers are one. */
export const MAILBOX_EMAIL_POLICY: EmailPolicy = { plusTag: "strip", gmailDots: "strip" };

export interface NormalEmail {
  readonly address: string;
  readonly local: string;
  /** Lower-case ASCII (punycode for international names). */
  readonly domain: string;
  /** Text after `+`, kept for reference when it was stripped. */
  readonly tag: string | null;
  /** An address of a function (info@, noreply@): many people write from it, so it must not join them. */
  readonly shared: boolean;
}

const SHARED = new Set(
  (
    "abuse accounts admin administrator billing contact customerservice enquiries feedback finance hello help hr info jobs kefu " +
    "mail marketing noreply no-reply donotreply office orders postmaster privacy root sales service shop support team webmaster"
  ).split(" "),
);
const PLACEHOLDER_LOCAL =
  /^(?:test|none|null|na|nomail|noemail|abc|aaa+|xxx+|123|1234|12345|123456|example|email|anonymous)$/u;
const PLACEHOLDER_DOMAIN = /^(?:example\.(?:com|org|net|cn)|test\.(?:com|cn)|none\.com|localhost\.\w+|invalid\.\w+)$/u;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/**
 * Brings an e-mail address to one form: width, case, white space, `mailto:` and display names are removed, international
 * domains become punycode; plus tags and gmail dots follow the policy.
 */
export function normaliseEmail(raw: string, policy: EmailPolicy): Matched<NormalEmail> {
  const text = unwrapAddress(foldText(raw)).replaceAll("。", ".").replaceAll(" ", "").toLowerCase();
  if (text === "") return refuseMatch("emptyValue", "the e-mail address is empty");
  const at = text.lastIndexOf("@");
  if (at <= 0) return refuseMatch("notAnEmail", "there is no @ with a name before it");
  const typedLocal = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null) return refuseMatch("notAnEmail", "the part after @ is not a domain");
  if (/\*{2,}/u.test(typedLocal)) return refuseMatch("masked", "letters of the address are hidden");
  if (typedLocal.length > 64 || !LOCAL.test(typedLocal))
    return refuseMatch("notAnEmail", "the part before @ is not valid");
  const { local, tag } = applyPolicy(typedLocal, domain, policy);
  if (local === "") return refuseMatch("notAnEmail", "nothing is left before @");
  if (PLACEHOLDER_DOMAIN.test(domain) || PLACEHOLDER_LOCAL.test(local)) {
    return refuseMatch("placeholder", "the address is one people type to get past a form");
  }
  return ok({ address: `${local}@${domain}`, local, domain, tag, shared: SHARED.has(local) });
}

const unwrapAddress = (text: string): string =>
  (/<([^<>]+)>/u.exec(text)?.[1] ?? text).replace(/^mailto:/iu, "").trim();

/** Lower-case ASCII form of a domain with at least two labels, or null. */
function asciiDomain(text: string): string | null {
  if (!/^[\p{L}\p{N}.-]+$/u.test(text) || !text.includes(".")) return null;
  let ascii: string;
  try {
    ascii = new URL(`http://${text}/`).hostname;
  } catch {
    return null;
  }
  const labels = ascii.split(".");
  const valid = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u.test(label));
  return valid && /[a-z]/u.test(labels.at(-1) ?? "") ? ascii : null;
}

function applyPolicy(typed: string, domain: string, policy: EmailPolicy): { local: string; tag: string | null } {
  const plus = typed.indexOf("+");
  const strip = policy.plusTag === "strip" && plus > 0;
  const base = strip ? typed.slice(0, plus) : typed;
  const gmail = domain === "gmail.com" || domain === "googlemail.com";
  const local = gmail && policy.gmailDots === "strip" ? base.replaceAll(".", "") : base;
  return { local, tag: strip ? typed.slice(plus + 1) : null };
}
