import type { Database } from "@yutu/database";
import type { Queue } from "@yutu/jobs";
import type { Clock, IdSource } from "@yutu/kernel";
import type { Storage } from "@yutu/storage";
import type { Warehouse } from "@yutu/warehouse";

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Encrypts secrets at rest (connector credentials, TOTP seeds) with a key outside the database. */
export interface SecretBox {
  seal(plain: string): string;
  open(sealed: string): string;
}

/** Counters and gauges of `/api/metrics`; names are `yutu_<module>_<what>_<unit>`. */
export interface Meter {
  count(name: string, help: string, labels?: Record<string, string>, by?: number): void;
  gauge(name: string, help: string, value: number, labels?: Record<string, string>): void;
}

/** How many bytes of events may be on their way before clients are asked to come again later. */
export interface EventRoom {
  /** In the memory of this process, not durable yet. */
  readonly pendingBytes: number;
  /** Durable in the database, not in the warehouse yet; of all processes together. */
  readonly spooledBytes: number;
}

export const EVENT_ROOM: EventRoom = { pendingBytes: 32 << 20, spooledBytes: 1 << 30 };

/** What the composition root hands to every module. */
export interface Services {
  readonly database: Database;
  readonly warehouse: Warehouse;
  readonly storage: Storage;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly secrets: SecretBox;
  readonly log: Log;
  readonly meter: Meter;
  readonly eventRoom: EventRoom;
  /** Address that people use, without a trailing slash, e.g. `http://127.0.0.1:3000`. */
  readonly publicUrl: () => string;
  /** Cryptographically random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}
