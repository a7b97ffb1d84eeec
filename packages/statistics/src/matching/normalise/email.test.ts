import { describe, expect, it } from "vitest";
import { type EmailPolicy, MAILBOX_EMAIL_POLICY, normaliseEmail, STRICT_EMAIL_POLICY } from "./email.ts";

const form = (raw: string, policy: EmailPolicy = STRICT_EMAIL_POLICY): string => {
  const result = normaliseEmail(raw, policy);
  return result.ok ? result.value.address : result.error.definition.code;
};

describe("normaliseEmail", () => {
  it.each([
    ["Li.Wei@QQ.com", "li.wei@qq.com"],
    ["ｌｉｗｅｉ＠１６３．ｃｏｍ", "liwei@163.com"],
    ["liwei@163。com", "liwei@163.com"],
    [" mailto:liwei@163.com ", "liwei@163.com"],
    ["李伟 <LiWei@Example-Shop.CN>", "liwei@example-shop.cn"],
    ["li+shop@x.cn", "li+shop@x.cn"],
    ["user@bücher.de", "user@xn--bcher-kva.de"],
  ])("%s becomes %s", (raw, expected) => {
    expect(form(raw)).toBe(expected);
  });

  it("removes plus tags and gmail dots only when the policy says so", () => {
    expect(form("li+shop@x.cn", MAILBOX_EMAIL_POLICY)).toBe("li@x.cn");
    expect(form("l.i.wei+a@gmail.com", MAILBOX_EMAIL_POLICY)).toBe("liwei@gmail.com");
    expect(form("l.i.wei@qq.com", MAILBOX_EMAIL_POLICY)).toBe("l.i.wei@qq.com");
  });

  it("marks addresses that many people share", () => {
    const result = normaliseEmail("Info@shop.cn", STRICT_EMAIL_POLICY);
    expect(result.ok && result.value.shared).toBe(true);
  });

  it.each([
    ["", "matching/empty-value"],
    ["liwei", "matching/not-an-email"],
    ["@qq.com", "matching/not-an-email"],
    ["li@wei@qq", "matching/not-an-email"],
    ["a..b@qq.com", "matching/not-an-email"],
    ["li@-bad.com", "matching/not-an-email"],
    ["li@1.2.3.4", "matching/not-an-email"],
    ["l***i@qq.com", "matching/masked"],
    ["test@test.com", "matching/placeholder"],
    ["li@example.com", "matching/placeholder"],
  ])("%s is refused as %s", (raw, code) => {
    expect(form(raw)).toBe(code);
  });
});
