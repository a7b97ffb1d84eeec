import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../run/paths.mjs";

/**
 * Gives a running server to the work: the one at YUTU_ADDRESS when it is set, else one started for the occasion on an empty
 * data directory and stopped afterwards.
 */
export async function withServer(work: (address: string) => Promise<void>): Promise<void> {
  if (process.env["YUTU_ADDRESS"] !== undefined) return work(process.env["YUTU_ADDRESS"]);
  const child = spawn(process.execPath, [join(root, "e2e", "support", "serve.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    const address = await firstAddress(createInterface({ input: child.stdout }));
    process.env["YUTU_ADDRESS"] = address;
    await work(address);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function firstAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const match = /running at (http:\/\/\S+)/.exec(line);
    if (match?.[1] !== undefined) return match[1];
    console.log(line);
  }
  throw new Error("The server ended before it was running.");
}
