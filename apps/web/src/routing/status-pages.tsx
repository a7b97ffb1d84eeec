import { useMessages } from "@yutu/i18n";
import { AppLink, EmptyState, PageHeader } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import "./status-pages.css";

function StatusPage({ title, text }: { readonly title: string; readonly text: string }): ReactElement {
  const t = useMessages(shellTexts);
  return (
    <>
      <PageHeader title={title} />
      <div className="sh-status">
        <p>{text}</p>
        <AppLink to="/">{t.home}</AppLink>
      </div>
    </>
  );
}

export function NotFound(): ReactElement {
  const t = useMessages(shellTexts);
  return <StatusPage title={t.notFoundTitle} text={t.notFound} />;
}

/** @param props.framed whether a frame around the page has the title already */
export function NoPermission({ framed }: { readonly framed: boolean }): ReactElement {
  const t = useMessages(shellTexts);
  if (framed) return <EmptyState text={t.forbidden} action={<AppLink to="/">{t.home}</AppLink>} />;
  return <StatusPage title={t.forbiddenTitle} text={t.forbidden} />;
}
