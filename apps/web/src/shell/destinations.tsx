import { useLocation } from "@tanstack/react-router";
import { useLocale, useMessages } from "@yutu/i18n";
import { AppLink, labelIn, type NavigationItem, useNavigation } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";

const isBelow = (path: string, place: string): boolean =>
  path === place || (place !== "/" && path.startsWith(`${place}/`));

/** The destination that a path belongs to: the one with the longest matching beginning. */
export function currentDestination(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const places = items.flatMap((item) => [item.path, ...(item.also ?? [])].map((place) => ({ item, place })));
  const matching = places.filter(({ place }) => isBelow(path, place));
  return matching.toSorted((a, b) => b.place.length - a.place.length)[0]?.item;
}

function Badge({ useBadge }: { readonly useBadge: () => number | undefined }): ReactElement | null {
  const t = useMessages(shellTexts);
  const count = useBadge();
  if (!count) return null;
  return (
    <span className="sh-badge">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="yt-hidden">{t.unread({ count })}</span>
    </span>
  );
}

interface DestinationsProps {
  readonly slim?: boolean;
  readonly onGo?: () => void;
}

/** Where this person can go. */
export function Destinations({ slim = false, onGo }: DestinationsProps): ReactElement {
  const t = useMessages(shellTexts);
  const locale = useLocale();
  const items = useNavigation();
  const path = useLocation({ select: (location) => location.pathname });
  const current = currentDestination(items, path);
  return (
    <nav className="sh-nav" aria-label={t.navigation}>
      {items.map((item) => {
        const { icon: Icon, useBadge } = item;
        const label = labelIn(item.label, locale);
        return (
          <AppLink
            key={item.path}
            to={item.path}
            className="sh-nav-row"
            aria-current={item === current ? "page" : undefined}
            title={slim ? label : undefined}
            onClick={onGo}
          >
            <span className="sh-nav-icon" aria-hidden="true">
              <Icon />
            </span>
            <span className={slim ? "yt-hidden" : "yt-ellipsis"}>{label}</span>
            {useBadge && <Badge useBadge={useBadge} />}
          </AppLink>
        );
      })}
    </nav>
  );
}
