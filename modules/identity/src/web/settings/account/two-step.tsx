import { useMessages } from "@yutu/i18n";
import { Dialog, ProblemNotice, toast, useCommand } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { identity } from "../../../contract/index.ts";
import { Section } from "../section.tsx";
import { accountTexts } from "./messages.ts";
import { PasswordStep, TwoStepSetup } from "./two-step-setup.tsx";

/** Asks for the password and turns it off. */
function TurnOff({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages(accountTexts);
  const disable = useCommand(identity.disableTotp, {
    quiet: true,
    done: () => {
      toast.done(t.turnedOff);
      onClose();
    },
  });
  return (
    <>
      <ProblemNotice problem={disable.problem} />
      <PasswordStep
        submit={t.turnOff}
        pending={disable.pending}
        onSubmit={(password) => void disable.run({ body: { password } })}
        onCancel={onClose}
      />
    </>
  );
}

/** Two-step sign-in: whether it is on, and the way to change that. */
export function TwoStep({ enabled }: { readonly enabled: boolean }): ReactElement {
  const t = useMessages(accountTexts);
  const [doing, setDoing] = useState<"on" | "off">();
  const close = (): void => setDoing(undefined);
  return (
    <Section
      title={t.twoStep}
      hint={t.twoStepHint}
      action={
        <Button onClick={() => setDoing(enabled ? "off" : "on")} type={enabled ? "default" : "primary"}>
          {enabled ? t.turnOff : t.turnOn}
        </Button>
      }
    >
      <p className="st-state" data-good={enabled}>
        {enabled ? t.on : t.off}
      </p>
      {doing && (
        <Dialog open title={t.twoStep} onClose={close} widthPx={440}>
          <div className="st-dialog">
            {doing === "on" ? <TwoStepSetup onClose={close} /> : <TurnOff onClose={close} />}
          </div>
        </Dialog>
      )}
    </Section>
  );
}
