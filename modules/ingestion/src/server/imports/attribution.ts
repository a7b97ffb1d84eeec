import type { TenantTx } from "@yutu/database";
import { projectIdsByCampaignKey } from "@yutu/projects/server";
import { linksByCode } from "../repositories/link-repository.ts";

/** What a row or an event belongs to. Empty text where there is nothing. */
export interface Attribution {
  readonly projectId: string;
  readonly channel: string;
  readonly linkCode: string;
  readonly assetVersionId: string;
  readonly taskId: string;
}

export interface Marks {
  readonly campaignKey: string;
  readonly linkCode: string;
}

const NOWHERE: Attribution = { projectId: "", channel: "", linkCode: "", assetVersionId: "", taskId: "" };
const MOST_REMEMBERED = 50_000;

/**
 * Joins what arrives to link, project, channel, asset and task: by the code of a tracked link, else by the campaign key.
 * Remembers what it has looked up, for the time of one import or one batch of events.
 */
export class Attributor {
  readonly #links = new Map<string, Attribution | null>();
  readonly #projects = new Map<string, string | null>();

  /** Looks up what is not known yet. */
  async learn(tx: TenantTx, marks: Iterable<Marks>): Promise<void> {
    if (this.#links.size + this.#projects.size > MOST_REMEMBERED) this.forget();
    const codes = new Set<string>();
    const keys = new Set<string>();
    for (const { campaignKey, linkCode } of marks) {
      if (linkCode !== "" && !this.#links.has(linkCode)) codes.add(linkCode);
      if (campaignKey !== "" && !this.#projects.has(campaignKey)) keys.add(campaignKey);
    }
    const links = await linksByCode(tx, [...codes]);
    for (const code of codes) {
      const link = links.get(code);
      const found = link && {
        projectId: link.projectId,
        channel: link.channel,
        linkCode: code,
        assetVersionId: link.assetVersionId ?? "",
        taskId: link.taskId ?? "",
      };
      this.#links.set(code, found ?? null);
    }
    const projects = await projectIdsByCampaignKey(tx, [...keys]);
    for (const key of keys) this.#projects.set(key, projects.get(key) ?? null);
  }

  forget(): void {
    this.#links.clear();
    this.#projects.clear();
  }

  /** @returns null when the marks name nothing in the workspace, or there are none */
  find({ campaignKey, linkCode }: Marks): Attribution | null {
    const link = this.#links.get(linkCode);
    if (link) return link;
    const projectId = this.#projects.get(campaignKey);
    return projectId ? { ...NOWHERE, projectId } : null;
  }
}

export const hasMarks = ({ campaignKey, linkCode }: Marks): boolean => campaignKey !== "" || linkCode !== "";
