export { ShortcutHelp as default } from "@yutu/ui";
