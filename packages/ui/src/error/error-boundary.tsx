import { useMessages } from "@yutu/i18n";
import { Component, type ReactElement, type ReactNode } from "react";
import { PlainButton } from "../form/plain-button.tsx";
import "./error-boundary.css";
import { errorTexts } from "./messages.ts";

interface BoundaryProps {
  readonly children: ReactNode;
  /** Another value clears the failure, e.g. the address. */
  readonly resetKey?: string;
}

interface BoundaryState {
  readonly error: Error | undefined;
  readonly resetKey: string | undefined;
}

/** After an update the old page asks for chunks that are gone. */
const isOldBuild = (error: Error): boolean =>
  /dynamically imported module|Importing a module script failed/i.test(error.message);

function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactElement {
  const t = useMessages(errorTexts);
  const old = isOldBuild(error);
  return (
    <div className="yt-failure" role="alert">
      <h2>{old ? t.oldTitle : t.brokenTitle}</h2>
      <p>{old ? t.old : t.broken}</p>
      <div className="yt-failure-actions">
        {!old && <PlainButton onClick={onRetry}>{t.retry}</PlainButton>}
        <PlainButton look={old ? "primary" : "default"} onClick={() => location.reload()}>
          {t.reload}
        </PlainButton>
      </div>
    </div>
  );
}

/** Keeps a bug in one part from taking the page down. Refusals never come here; they are values. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: Error): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Failure error={error} onRetry={() => this.setState({ error: undefined })} /> : this.props.children;
  }
}
