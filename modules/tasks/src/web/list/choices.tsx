import { CHANNELS } from "@yutu/projects/domain";
import { ChannelTag } from "@yutu/projects/web";
import { MemberAvatar, type Person } from "@yutu/ui";
import type { ReactElement } from "react";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly mark: ReactElement;
}

type Text = (name: (typeof CHANNELS)[number]["name"]) => string;

/** Channels to pick from, in cells and filters. */
export const channelChoices = (text: Text): Choice[] =>
  CHANNELS.map(({ code, name }) => ({
    value: code,
    label: text(name),
    mark: <ChannelTag code={code} named={false} />,
  }));

/** People to pick from, in cells and filters. */
export const personChoices = (people: readonly Person[]): Choice[] =>
  people.map((person) => ({ value: person.id, label: person.name, mark: <MemberAvatar person={person} /> }));
