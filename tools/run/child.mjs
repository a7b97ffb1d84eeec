import { spawn } from "node:child_process";

/**
 * Runs a command with our input and output and waits for it. SIGINT and SIGTERM end the command first; a terminal sends
 * Ctrl-C to the whole group by itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} exit code; 128 + signal number by convention when a signal ended it
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { ...options, stdio: "inherit" });
    const onTerminate = () => child.kill("SIGTERM");
    const onInterrupt = () => (process.stdin.isTTY ? undefined : child.kill("SIGINT"));
    process.on("SIGTERM", onTerminate).on("SIGINT", onInterrupt);
    const done = () => process.off("SIGTERM", onTerminate).off("SIGINT", onInterrupt);
    child.once("error", (error) => {
      done();
      reject(error);
    });
    child.once("close", (code, signal) => {
      done();
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}
