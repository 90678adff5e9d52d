/** PGV005 to PGV007: exemptions that have ended, end soon, or say nothing of why. */
import type { Grant, Reveal } from '../../policy/policy.ts';
import { day } from '../names.ts';
import type { Check, Examined, Found } from '../types.ts';

const daysMs = 86_400_000;

const revealsOf = ({ policy }: Examined): readonly { readonly grant: Grant; readonly reveal: Reveal }[] =>
  policy.grants.flatMap((grant) => grant.reveals.map((reveal) => ({ grant, reveal })));

const what = ({ class: className, column }: Reveal): string =>
  className === undefined ? `column ${column?.text ?? ''}` : `class ${className}`;

const found = (grant: Grant, reveal: Reveal, says: string, more: Pick<Found, 'remedy' | 'yaml'>): Found => ({
  subject: `${grant.name}/reveal ${what(reveal)}`,
  message: `The reveal of ${what(reveal)} for ${grant.to.join(', ')} ${says}.`,
  position: reveal.position,
  column: undefined,
  ...more,
});

export const expiredReveal: Check = {
  id: 'PGV005',
  name: 'expired-reveal',
  severity: 'error',
  title: 'Reveal past its end',
  help: 'A reveal has ended and is without effect: its columns are masked again. Remove it, or decide anew and give it a new last day.',
  looksAt: 'policy',
  find: (examined) =>
    revealsOf(examined)
      .filter(({ reveal }) => reveal.until <= examined.now)
      .map(({ grant, reveal }) =>
        found(grant, reveal, `ended on ${day(reveal.until)} and is without effect`, {
          remedy: 'Remove the reveal, or give it a new last day.',
          yaml: `        until: ${day(examined.now + 90 * daysMs)}`,
        }),
      ),
};

export const revealEndsSoon: Check = {
  id: 'PGV006',
  name: 'reveal-ends-soon',
  severity: 'warning',
  title: 'Reveal that ends soon',
  help: 'A reveal ends within the time that `coverage: ends-soon` gives (14 days unless it says otherwise). From then on its columns are masked.',
  looksAt: 'policy',
  find: (examined) =>
    revealsOf(examined)
      .filter(
        ({ reveal }) =>
          reveal.until > examined.now && reveal.until - examined.now <= examined.policy.document.coverage['ends-soon'],
      )
      .map(({ grant, reveal }) =>
        found(grant, reveal, `ends on ${day(reveal.until)}`, {
          remedy: 'Let it end, or decide anew and give it a new last day.',
          yaml: `        until: ${day(reveal.until + 90 * daysMs)}`,
        }),
      ),
};

/** Words that stand in for a reason without being one. */
const placeholder =
  /^(?:todo|tbd|tba|fixme|none|no reason|n\/?a|test(?:ing)?|temp(?:orary)?|reason|because|debug(?:ging)?|\W*)\W*$/i;

export const revealReason: Check = {
  id: 'PGV007',
  name: 'reveal-reason',
  severity: 'warning',
  title: 'Reveal without a reason',
  help: 'The reason of a reveal is a placeholder. Whoever reads the audit has to see why a principal saw the values as they are.',
  looksAt: 'policy',
  find: (examined) =>
    revealsOf(examined)
      .filter(({ reveal }) => placeholder.test(reveal.reason.trim()))
      .map(({ grant, reveal }) =>
        found(grant, reveal, 'gives no reason', {
          remedy: 'Say who needs the values, and what for.',
          yaml: '        reason: support agents match tickets to callers',
        }),
      ),
};
