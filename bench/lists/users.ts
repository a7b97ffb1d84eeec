// The users, in a process of their own. They ask over kept connections and leave the answers packed, as cheaply as they can.
import { Agent, request } from "node:http";
import { QUESTIONS } from "./questions.ts";

export interface Visit {
  readonly baseUrl: string;
  readonly cookies: readonly string[];
  readonly tasks: number;
  /** Index of the question all ask, or −1 for one after the other of all questions. */
  readonly question: number;
  readonly users: number;
  readonly seconds: number;
  /** Mean pause between an answer and the next question, drawn evenly from half to one and a half of it. */
  readonly pauseMs: number;
}

export interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly kilobytes: number;
  readonly count: number;
  /** Status codes other than 200 with how often they came; 0 is a broken connection. */
  readonly errors: Readonly<Record<number, number>>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 500 });

const ask = (url: string, cookie: string): Promise<{ status: number; bytes: number }> =>
  new Promise((resolve) => {
    const sent = request(url, { agent, headers: { cookie, "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, bytes }));
    });
    sent.on("error", () => resolve({ status: 0, bytes: 0 }));
    sent.end();
  });

async function load(visit: Visit): Promise<Measured> {
  const times: number[] = [];
  const errors: Record<number, number> = {};
  const asked = visit.question < 0 ? QUESTIONS : QUESTIONS.slice(visit.question, visit.question + 1);
  let [n, bytes] = [0, 0];
  const began = performance.now();
  const end = began + visit.seconds * 1000;
  const pause = () => new Promise((resolve) => setTimeout(resolve, visit.pauseMs * (0.5 + Math.random())));
  const user = async (index: number): Promise<void> => {
    const cookie = visit.cookies[index % visit.cookies.length] ?? "";
    if (visit.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, visit.pauseMs * Math.random()));
    while (performance.now() < end) {
      const turn = n++;
      const path = asked[turn % asked.length]?.path(turn, visit.tasks) ?? "";
      const at = performance.now();
      const answer = await ask(visit.baseUrl + path, cookie);
      times.push(performance.now() - at);
      bytes += answer.bytes;
      if (answer.status !== 200) errors[answer.status] = (errors[answer.status] ?? 0) + 1;
      if (visit.pauseMs > 0) await pause();
    }
  };
  await Promise.all(Array.from({ length: visit.users }, (_, i) => user(i)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const count = times.length;
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: count / seconds,
    kilobytes: bytes / 1024 / count,
    count,
    errors,
  };
}

process.on("message", (visit: Visit) => {
  void load(visit).then((measured) => process.send?.(measured));
});
