import { identity } from "@yutu/identity/contract";
import { DEMO_PASSWORD } from "@yutu/identity/server";
import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PROJECT = {
  typeKey: "ecommerce_promo",
  anchorDate: "2026-11-11",
  totalBudgetMinor: 1_000_000,
  channels: ["tmall"],
};

describe("what every answer and every request keeps to", () => {
  let app: TestApp;
  let pm: Person;
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
  });
  afterAll(() => app.close());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(app.baseUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: pm.cookie(), ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const newProject = (name: string) => ({ ...PROJECT, name, managerId: pm.memberId });
  const countProjects = async (name: string) =>
    (await app.sql("SELECT id FROM projects WHERE name = $1", [name])).length;

  it.each(["/api/health", "/api/docs", "/api/v1/session", "/api/v1/nowhere"])(
    "%s answers under the policy",
    async (path) => {
      const { headers } = await fetch(app.origin + path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("strict-transport-security")).toBeNull();
    },
  );

  it("shows the API in the reader's language, found by words, without a script", async () => {
    const read = async (query: string, accepted: string) => {
      const answer = await fetch(`${app.origin}/api/docs${query}`, { headers: { "accept-language": accepted } });
      return { language: answer.headers.get("content-language"), page: await answer.text() };
    };
    expect(await read("", "en-GB,en;q=0.9")).toMatchObject({ language: "en" });
    const { language, page } = await read("?lang=zh&q=submitClaim", "en");
    expect(language).toBe("zh");
    expect(page).toContain('id="budgets.submitClaim"');
    expect(page).not.toContain('id="tasks.listTasks"');
    expect(page).not.toContain("<script");
  });

  it("keeps the session in a cookie that no script reads, and gives a new one at every sign-in", async () => {
    const signIn = async () => {
      const body = { email: "finance@demo.yutu.local", password: DEMO_PASSWORD };
      const answer = await post("/sign-in", body, { cookie: "yutu_session=chosen-by-somebody-else" });
      expect(answer.status).toBe(200);
      return answer.headers.getSetCookie().find((line) => line.startsWith("yutu_session=")) ?? "";
    };
    const [one, two] = [await signIn(), await signIn()];
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(one).toContain(flag);
    expect(one.split(";")[0]).not.toBe(two.split(";")[0]);
    expect(one).not.toContain("chosen-by-somebody-else");
  });

  it("lets no other site act for somebody who is signed in", async () => {
    const named = newProject("从别处来");
    const elsewhere: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ];
    for (const headers of elsewhere) expect((await post("/projects", named, headers)).status).toBe(403);
    expect(await countProjects("从别处来")).toBe(0);
  });

  it("reads no more than it must, and says what is wrong in the one shape", async () => {
    const refusals: [unknown, Record<string, string>, number][] = [
      [JSON.stringify({ name: "x".repeat(3 * 1024 * 1024) }), {}, 413],
      ["{ not json", {}, 400],
      [{ ...PROJECT, name: "" }, {}, 400],
      [{}, { cookie: "" }, 401],
      [{}, { authorization: "Bearer nonsense", cookie: "" }, 401],
    ];
    for (const [body, headers, status] of refusals) {
      const answer = await post("/projects", body, headers);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      const problem = (await answer.json()) as { status: number; code: string; requestId: string };
      expect([answer.status, problem.status], problem.code).toEqual([status, status]);
      expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("carries out a request once per key, also when it comes ten times at the same instant", async () => {
    const key = { "idempotency-key": "k-1" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post("/projects", newProject("一次"), key)));
    expect(answers.map((a) => a.status)).toEqual(Array(10).fill(200));
    const made = (await Promise.all(answers.map((a) => a.json()))) as { id: string }[];
    expect(new Set(made.map((m) => m.id)).size).toBe(1);
    expect(await countProjects("一次")).toBe(1);
    const other = await post("/projects", newProject("另一个"), key);
    expect(((await other.json()) as { code: string }).code).toBe("request/idempotency-mismatch");
    const finance = await app.as("owner");
    const theirs = await post("/projects", newProject("别人的键"), { ...key, cookie: finance.cookie() });
    expect(theirs.status).toBe(200);
  });

  it("ends a session everywhere at once when it is signed out", async () => {
    const analyst = await app.as("analyst");
    const cookie = analyst.cookie();
    await analyst.must(identity.signOut, {});
    expect((await fetch(`${app.baseUrl}${projects.listProjects.path}`, { headers: { cookie } })).status).toBe(401);
  });
});
