import { z } from "zod";

/** One setting: its variable, its schema (which also gives the default) and what it is for. `secret` values are never printed. */
export interface Setting {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly about: string;
  readonly secret?: boolean;
}

const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((text) => text === "true" || text === "1")
  .default(false);

const urlOf = (...protocols: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      message: `an address that begins with ${protocols.join(" or ")}//`,
    })
    .optional();

/** Every setting of the product; the README's table is printed from it. */
export const settings = {
  host: {
    name: "HOST",
    schema: z.string().default("127.0.0.1"),
    about: "Address to listen on; 0.0.0.0 opens it to the network",
  },
  port: {
    name: "PORT",
    schema: z.coerce.number().int().min(1).max(65_535).optional(),
    about: "Port to listen on; without it 3000, or the next free one",
  },
  dataDir: {
    name: "YUTU_DATA_DIR",
    schema: z.string().default("./data"),
    about: "Where the embedded engines and uploaded files live",
  },
  role: {
    name: "YUTU_ROLE",
    schema: z.enum(["all", "web", "worker", "migrate"]).default("all"),
    about: "What this process does; apart from `all` they need DATABASE_URL",
  },
  databaseUrl: {
    name: "DATABASE_URL",
    schema: urlOf("postgres:", "postgresql:"),
    about: "PostgreSQL 15 or later; without it an embedded PostgreSQL 18 is started",
    secret: true,
  },
  databasePool: {
    name: "YUTU_DATABASE_POOL",
    schema: z.coerce.number().int().min(2).max(200).default(20),
    about: "Connections per process",
  },
  clickhouseUrl: {
    name: "CLICKHOUSE_URL",
    schema: urlOf("http:", "https:"),
    about: "ClickHouse over HTTP; without it the embedded chDB is used",
    secret: true,
  },
  clickhouseCluster: {
    name: "YUTU_CLICKHOUSE_CLUSTER",
    schema: z.string().optional(),
    about: "Cluster name for replicated tables",
  },
  s3Bucket: {
    name: "S3_BUCKET",
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket")
      .optional(),
    about: "Bucket of an S3-compatible service for uploaded files; without it they are kept under the data directory",
  },
  s3Endpoint: {
    name: "S3_ENDPOINT",
    schema: urlOf("http:", "https:"),
    about: "Address of that service without the bucket; without it Amazon's of the region",
  },
  s3Region: {
    name: "S3_REGION",
    schema: z.string().default("us-east-1"),
    about: "Region that requests are signed for",
  },
  s3AccessKeyId: {
    name: "S3_ACCESS_KEY_ID",
    schema: z.string().optional(),
    about: "Key that may read, write, list and delete in the bucket",
  },
  s3SecretAccessKey: {
    name: "S3_SECRET_ACCESS_KEY",
    schema: z.string().optional(),
    about: "The secret of that key",
    secret: true,
  },
  s3PathStyle: {
    name: "S3_PATH_STYLE",
    schema: flag,
    about: "Bucket in the path instead of the host name (MinIO)",
  },
  publicUrl: {
    name: "YUTU_PUBLIC_URL",
    schema: urlOf("http:", "https:"),
    about: "Address that people use, for links in mails and short links",
  },
  demo: {
    name: "YUTU_DEMO",
    schema: z
      .enum(["true", "false"])
      .transform((t) => t === "true")
      .default(true),
    about: "Make the demo workspace on the first run",
  },
  logLevel: {
    name: "YUTU_LOG_LEVEL",
    schema: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    about: "Structured logs to standard error",
  },
  secretKey: {
    name: "YUTU_SECRET_KEY",
    schema: z.string().min(32).optional(),
    about: "Encrypts stored credentials; without it a key file is kept in the data directory. Nodes must share it",
    secret: true,
  },
  requestsPerSecond: {
    name: "YUTU_REQUESTS_PER_SECOND",
    schema: z.coerce.number().int().min(1).max(100_000).default(200),
    about: "Sustained requests per second of one caller before 429",
  },
  eventSpoolMb: {
    name: "YUTU_EVENT_SPOOL_MB",
    schema: z.coerce.number().int().min(1).max(1_000_000).default(1_024),
    about: "Events that may wait in the database while the warehouse is away, in MB, before their senders get 429",
  },
  trustProxy: { name: "YUTU_TRUST_PROXY", schema: flag, about: "Believe X-Forwarded-* from a proxy in front" },
} as const satisfies Record<string, Setting>;

export type Config = { readonly [K in keyof typeof settings]: z.output<(typeof settings)[K]["schema"]> };
