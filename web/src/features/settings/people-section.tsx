import { useState } from "react";

import type { Schemas } from "../../api/client.ts";
import { Button } from "../../design/button.tsx";
import { CONTROL, Field } from "../../design/field.tsx";
import { Notice } from "../../design/notice.tsx";
import { useToast } from "../../design/toasts.tsx";
import { formatMoment } from "../../i18n/formats.ts";
import { COMMON } from "../../i18n/common-words.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useMay, useMe, useWorkspace } from "../../me/use-me.ts";
import { useSaid } from "./field-form.tsx";
import { useMembers } from "../../people/use-members.ts";
import {
  changeMember,
  inviteMember,
  removeMember,
  revokeInvitation,
  useInvitations,
  useListChange,
} from "./queries.ts";
import { RoleSelect } from "./role-select.tsx";
import { Row, Rows, Section } from "./section.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { SETTINGS } from "./settings-words.ts";
import { SureButton } from "../../design/sure-button.tsx";
import { Refusal } from "../../problems/refusal.tsx";

/** Who is in the workspace and what each may do; who is invited. */
export function PeopleSection() {
  const words = useWords(SETTINGS);
  const mayManage = useMay()("members:manage");
  const members = useMembers();
  return (
    <Section title={words.sections.people} detail={words.peopleDetail}>
      <Refusal error={members.error} />
      <Rows label={words.members}>
        {members.data?.items.map((member) => (
          <MemberRow key={member.id} member={member} mayManage={mayManage} />
        ))}
      </Rows>
      {mayManage && <Invitations />}
    </Section>
  );
}

function MemberRow({ member, mayManage }: { member: Schemas["MemberView"]; mayManage: boolean }) {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const toast = useToast();
  const me = useMe().data;
  const own = useWorkspace()?.role;
  const change = useListChange("members", changeMember);
  const remove = useListChange("members", removeMember);
  const name = member.name ?? member.email ?? member.id;
  // Only owners make and unmake owners.
  const canChange = mayManage && member.id !== me?.id && (own === "owner" || member.role !== "owner");
  const error = change.error ?? remove.error;
  return (
    <>
      <Row
        title={name}
        detail={[member.email, member.signed_in_at && words.lastSeen(formatMoment(member.signed_in_at))]
          .filter(Boolean)
          .join(" · ")}
      >
        {canChange ? (
          <>
            <RoleSelect
              label={words.roleOf(name)}
              value={member.role}
              onChange={(role) =>
                change.mutate({ id: member.id, role }, { onSuccess: () => toast(words.saved(words.roleOf(name))) })
              }
            />
            <SureButton
              verb={words.remove}
              question={words.removeSure(name)}
              busy={remove.isPending}
              onSure={() => remove.mutate(member.id)}
            />
          </>
        ) : (
          <span className="text-muted">{common.workspaceRoles[member.role]}</span>
        )}
      </Row>
      {error !== null && (
        <li className="px-3 py-2">
          <Notice tone="false">{error.message}</Notice>
        </li>
      )}
    </>
  );
}

function Invitations() {
  const words = useWords(SETTINGS);
  const common = useWords(COMMON);
  const toast = useToast();
  const invitations = useInvitations();
  const invite = useListChange("invitations", inviteMember);
  const revoke = useListChange("invitations", revokeInvitation);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Schemas["WorkspaceRole"]>("agent");
  const error = useSaid(invite.error);
  const open = invitations.data?.items.filter((one) => one.accepted_at === null && one.revoked_at === null) ?? [];
  const token = invite.data?.token;
  return (
    <>
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ email, role }, { onSuccess: () => setEmail("") });
        }}
      >
        <div className="min-w-52 flex-1">
          <Field label={words.inviteEmail} error={error}>
            {(naming) => (
              <input
                {...naming}
                type="email"
                required
                className={`${CONTROL} h-9 max-md:h-11`}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="flex items-end gap-3 pt-6">
          <RoleSelect label={words.roleOfInvited} value={role} onChange={setRole} />
          <Button type="submit" busy={invite.isPending}>
            {words.invite}
          </Button>
        </div>
      </form>
      {token !== undefined && token !== null && (
        <SecretOnce title={words.inviteToken(invite.data?.email ?? "")} secret={token} onDone={() => invite.reset()} />
      )}
      <Rows label={words.invitations}>
        {open.map((one) => (
          <Row
            key={one.id}
            title={one.email}
            detail={`${common.workspaceRoles[one.role]} · ${words.until(formatMoment(one.expires_at))}`}
          >
            <Button
              emphasis="danger"
              busy={revoke.isPending && revoke.variables === one.id}
              onClick={() => revoke.mutate(one.id, { onSuccess: () => toast(words.invitationRevoked) })}
            >
              {words.revoke}
            </Button>
          </Row>
        ))}
      </Rows>
    </>
  );
}
