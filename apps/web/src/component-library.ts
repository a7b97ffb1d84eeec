export { ComponentLibrary as default } from "@yutu/ui";
