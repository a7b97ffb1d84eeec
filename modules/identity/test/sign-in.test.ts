import { identity } from "@yutu/identity/contract";
import { bootApp, clientFor, type TestApp } from "@yutu/testkit";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PASSWORD = "correct horse battery";

describe("coming in", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  const signUp = (email: string) => ({ body: { email, name: "新人", password: PASSWORD, workspaceName: "新店" } });

  it("signs up as the owner of a first workspace", async () => {
    const visitor = app.visitor();
    await visitor.must(identity.signUp, signUp("new@shop.example"));
    const session = await visitor.must(identity.getSession, {});
    expect(session).toMatchObject({ workspace: { name: "新店", currency: "CNY" }, member: { role: "owner" } });
    expect(await app.visitor().refusal(identity.signUp, signUp("NEW@shop.example"))).toBe("identity/email-taken");
    expect(
      await app
        .visitor()
        .refusal(identity.signUp, { body: { ...signUp("weak@shop.example").body, password: "aaaaaaaaaaaa" } }),
    ).toBe("identity/weak-password");
  });

  it("answers 401 without a session and says the same for a wrong address and a wrong password", async () => {
    expect(await app.visitor().refusal(identity.getSession, {})).toBe("request/unauthenticated");
    expect(
      await app.visitor().refusal(identity.signIn, { body: { email: "nobody@shop.example", password: PASSWORD } }),
    ).toBe("identity/wrong-credentials");
    expect(
      await app.visitor().refusal(identity.signIn, { body: { email: "pm@demo.yutu.local", password: PASSWORD } }),
    ).toBe("identity/wrong-credentials");
  });

  it("stops guessing after eight failures, also with the right password", async () => {
    const email = "guessed@shop.example";
    await app.visitor().must(identity.signUp, signUp(email));
    for (let n = 0; n < 8; n++)
      expect(await app.visitor().refusal(identity.signIn, { body: { email, password: `wrong ${n}` } })).toBe(
        "identity/wrong-credentials",
      );
    expect(await app.visitor().refusal(identity.signIn, { body: { email, password: PASSWORD } })).toBe(
      "identity/too-many-sign-ins",
    );
    app.clock.advance({ minutes: 16 });
    expect(await app.visitor().refusal(identity.signIn, { body: { email, password: PASSWORD } })).toBe("ok");
  });

  it("asks for a one-time code once two-step sign-in is on, and takes each code once", async () => {
    const email = "careful@shop.example";
    const person = app.visitor();
    await person.must(identity.signUp, signUp(email));
    const { secret, qrSvg } = await person.must(identity.startTotp, { body: { password: PASSWORD } });
    expect(qrSvg).toContain("<svg");
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const codeNow = () => totp.generate({ timestamp: app.clock.now().getTime() });
    const { recoveryCodes } = await person.must(identity.confirmTotp, { body: { code: codeNow() } });
    expect(new Set(recoveryCodes).size).toBe(10);

    app.clock.advance({ minutes: 2 });
    const again = app.visitor();
    expect(await again.must(identity.signIn, { body: { email, password: PASSWORD } })).toEqual({ next: "code" });
    expect(await again.refusal(identity.getSession, {})).toBe("request/unauthenticated");
    expect(await again.refusal(identity.confirmSignIn, { body: { code: "000000" } })).toBe("identity/wrong-code");
    const code = codeNow();
    await again.must(identity.confirmSignIn, { body: { code } });
    expect((await again.must(identity.getSession, {})).user.totpEnabled).toBe(true);

    const replay = app.visitor();
    await replay.must(identity.signIn, { body: { email, password: PASSWORD } });
    expect(await replay.refusal(identity.confirmSignIn, { body: { code } })).toBe("identity/wrong-code");
    await replay.must(identity.confirmSignIn, { body: { code: recoveryCodes[0] ?? "" } });
  });

  it("takes a slip in one's own settings for a slip: the session stays, and guessing is stopped", async () => {
    const person = app.visitor();
    await person.must(identity.signUp, signUp("slips@shop.example"));
    const wrongCurrent = { body: { current: "not this one", password: "a quite new password" } };
    expect(await person.call(identity.changePassword, wrongCurrent)).toMatchObject({
      ok: false,
      error: { status: 422, code: "identity/wrong-password", errors: [{ pointer: "/body/current" }] },
    });
    for (let n = 0; n < 7; n++)
      expect(await person.refusal(identity.startTotp, { body: { password: `wrong ${n}` } })).toBe(
        "identity/wrong-password",
      );
    expect(await person.refusal(identity.startTotp, { body: { password: PASSWORD } })).toBe(
      "identity/too-many-sign-ins",
    );
    expect((await person.must(identity.getSession, {})).user.totpEnabled).toBe(false);
    app.clock.advance({ minutes: 16 });
    await person.must(identity.startTotp, { body: { password: PASSWORD } });
    expect(await person.call(identity.confirmTotp, { body: { code: "000000" } })).toMatchObject({
      ok: false,
      error: { status: 422, code: "identity/wrong-code" },
    });
  });

  it("ends every session at once", async () => {
    const email = "everywhere@shop.example";
    const first = app.visitor();
    await first.must(identity.signUp, signUp(email));
    const second = app.visitor();
    await second.must(identity.signIn, { body: { email, password: PASSWORD } });
    expect((await first.must(identity.listSessions, {})).sessions).toHaveLength(2);
    await second.must(identity.signOut, { body: { everywhere: true } });
    expect(await first.refusal(identity.getSession, {})).toBe("request/unauthenticated");
  });

  it("refuses a cookie that comes with a request from another site", async () => {
    const pm = await app.as("pm");
    const answer = await fetch(`${app.baseUrl}/sign-out`, {
      method: "POST",
      headers: { cookie: pm.cookie(), origin: "https://evil.example", "content-type": "application/json" },
      body: "{}",
    });
    expect((await pm.must(identity.getSession, {})).member?.role).toBe("project_manager");
    const write = await fetch(`${app.baseUrl}/profile`, {
      method: "PATCH",
      headers: { cookie: pm.cookie(), origin: "https://evil.example", "content-type": "application/json" },
      body: "{}",
    });
    expect([answer.status, write.status]).toEqual([403, 403]);
  });

  it("works with an API token within its scopes until it is revoked", async () => {
    const pm = await app.as("pm");
    const { id, token } = await pm.must(identity.createToken, { body: { name: "report", scopes: ["workspace.view"] } });
    const withToken = (path: string) => fetch(app.baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
    expect((await withToken("/members")).status).toBe(200);
    expect((await withToken("/tokens")).status).toBe(403);
    expect(clientFor(app.baseUrl).cookie()).toBe("");
    await pm.must(identity.revokeToken, { params: { tokenId: id } });
    expect((await withToken("/members")).status).toBe(401);
  });
});
