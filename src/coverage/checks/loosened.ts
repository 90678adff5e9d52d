/** PGV019: what a change loosens of the policy that judges it. */
import { loosenings } from '../loosening/index.ts';
import type { Loosened } from '../loosening/types.ts';
import type { Check, Found } from '../types.ts';

const foundOf = ({ subject, message, column, place }: Loosened, at: Found['place'] & object): Found => ({
  subject,
  message,
  position: at,
  place: place ?? at,
  column,
  remedy: 'Leave it as the base has it. Where it has to change, have those who own the policy change it, on its own.',
  yaml: undefined,
});

export const policyLoosened: Check = {
  id: 'PGV019',
  name: 'policy-loosened',
  severity: 'error',
  title: 'Change that loosens the policy',
  help: 'A pull request changes the policy that judges it, so that more is shown, more is let in, or less is said: a column as it is or by another mask, a principal, a grant, a claim that is no longer asked for, a limit, the audit, a severity, a suppression, be it an SQL comment. The severity of this finding is the one that the base says.',
  looksAt: 'change',
  find: ({ policy, base, databases, now }, { severities }) => {
    if (base === undefined) return [];
    const change = {
      before: base.policy,
      after: policy,
      databases,
      suppressions: base.suppressions ?? [],
      severities,
      now,
    };
    return loosenings.flatMap(({ find }) =>
      find(change).map((one) => foundOf(one, { file: policy.file, ...policy.position(one.path) })),
    );
  },
};
