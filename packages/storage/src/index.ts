export { openLocalStorage } from "./local.ts";
export { ObjectMissing, ObjectTooLarge, type Storage, type StoredObject } from "./storage.ts";
