import { readFile } from "node:fs/promises";
import path from "node:path";
import { DEMO_PASSWORD } from "@yutu/identity/server";
import { type Person, signInAs } from "@yutu/testkit";
import { dataFolder, makeDemo, type Opened, withDataDirectory } from "./data-directory.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

/** The built server as a process of its own, on a data directory with the people of the demo; it can be killed and started again. */
export class DemoServer {
  readonly dataDir: string;
  readonly #remove: () => Promise<void>;
  #server: ServerProcess;
  #origin: string;

  private constructor(dataDir: string, remove: () => Promise<void>, server: ServerProcess, origin: string) {
    this.dataDir = dataDir;
    this.#remove = remove;
    this.#server = server;
    this.#origin = origin;
  }

  static async start(name: string): Promise<DemoServer> {
    const folder = await dataFolder(name);
    const dataDir = folder.at("data");
    await withDataDirectory(dataDir, ({ application }) => makeDemo(application));
    const server = await serverOn(dataDir);
    return new DemoServer(dataDir, folder.remove, server, await server.running());
  }

  /** Its address. Another one after each start. */
  get origin(): string {
    return this.#origin;
  }

  get pid(): number {
    return this.#server.pid;
  }

  output(): string {
    return this.#server.output();
  }

  as(role: string): Promise<Person> {
    return signInAs(`${this.#origin}/api/v1`, `${role}@demo.yutu.local`, DEMO_PASSWORD);
  }

  async postgresPid(): Promise<number> {
    return Number((await readFile(path.join(this.dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
  }

  /** Ends it with SIGKILL. @param withDatabase as in a power cut, the database dies with it */
  async kill(withDatabase = false): Promise<void> {
    const postgres = await this.postgresPid();
    this.#server.signal("SIGKILL");
    if (withDatabase) process.kill(postgres, "SIGKILL");
    await this.#server.ended();
  }

  async startAgain(): Promise<void> {
    this.#server = await serverOn(this.dataDir);
    this.#origin = await this.#server.running();
  }

  /** Stops it in order, looks into its data with the application in this process, and starts it again. */
  async look<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    await this.#server.stop();
    const seen = await withDataDirectory(this.dataDir, work);
    await this.startAgain();
    return seen;
  }

  async remove(): Promise<void> {
    await this.#server.stop();
    await this.#remove();
  }
}

const serverOn = (dataDir: string): Promise<ServerProcess> =>
  startServer({ YUTU_DATA_DIR: dataDir, YUTU_LOG_LEVEL: "debug" });
