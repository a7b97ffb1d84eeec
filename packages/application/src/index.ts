export { type Account, type Actor, actorRef, may } from "./actor.ts";
export type { AccountCall, BackgroundCall, Call, FileAnswer, LongCall } from "./call.ts";
export * from "./module.ts";
export { checkVersion, forbidden, invalid, notFound } from "./refusals.ts";
export { type Relay, startRelay } from "./relay.ts";
export { EVENT_ROOM, type EventRoom, type Log, type Meter, type SecretBox, type Services } from "./services.ts";
