import { describe, expect, it } from "vitest";
import type { KeyPress } from "./chord.ts";
import { type PressContext, ShortcutRegistry } from "./shortcut-registry.ts";

const key = (name: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const at = (nowMs: number, inField = false): PressContext => ({ mac: false, inField, nowMs });

function setup(): { registry: ShortcutRegistry; ran: string[]; add: (keys: string, inFields?: boolean) => () => void } {
  const registry = new ShortcutRegistry();
  const ran: string[] = [];
  const add = (keys: string, inFields = false) =>
    registry.add(() => ({
      keys,
      label: keys,
      inFields,
      run: () => {
        ran.push(keys);
      },
    }));
  return { registry, ran, add };
}

describe("ShortcutRegistry", () => {
  it("runs sequences in time and forgets them later", () => {
    const { registry, ran, add } = setup();
    add("g p");
    add("p");
    registry.press(key("g"), at(10_000));
    registry.press(key("p"), at(10_500));
    registry.press(key("g"), at(20_000));
    registry.press(key("p"), at(25_000));
    expect(ran).toEqual(["g p", "p"]);
  });

  it("leaves typing and input methods alone", () => {
    const { registry, ran, add } = setup();
    add("c");
    add("mod+k", true);
    registry.press(key("c"), at(1, true));
    registry.press(key("c", { isComposing: true }), at(2));
    registry.press(key("Enter", { keyCode: 229 }), at(3));
    expect(registry.press(key("k", { ctrlKey: true }), at(4, true))).toBe(true);
    expect(ran).toEqual(["mod+k"]);
  });

  it("lets the latest win, and the one before when it declines or leaves", () => {
    const { registry, ran, add } = setup();
    add("esc");
    const leave = registry.add(() => ({ keys: "esc", label: "", run: () => ran.push("panel") > 0 }));
    registry.press(key("Escape"), at(1));
    leave();
    registry.press(key("Escape"), at(2));
    registry.add(() => ({ keys: "esc", label: "", run: () => false }));
    registry.press(key("Escape"), at(3));
    expect(ran).toEqual(["panel", "esc", "esc"]);
  });
});
