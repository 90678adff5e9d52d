/** docs/refusals.md: the rules of the policy, the session's own, and the settings. */
import { settings, type Setting } from '../src/catalog/settings.ts';
import { policyRefusals, sessionRefusals, type ExplainedRefusal } from '../src/session/refusal-guide.ts';
import { conditionName } from '../src/wire/sqlstate.ts';
import { code, table } from './docs-markdown.ts';

const state = (sqlstate: string): string => {
  const condition = conditionName(sqlstate);
  return condition === undefined ? sqlstate : `${sqlstate} ${condition}`;
};

const section = ({ rule, sqlstate, message, when, instead }: ExplainedRefusal): string =>
  [`### ${rule}`, `> ERROR ${state(sqlstate)}: ${message}`, when, `**Instead:** ${instead}`].join('\n\n');

const byReason = (risk: Setting['risk']): readonly (readonly [string, readonly Setting[]])[] => {
  const chosen = settings.filter((setting) => setting.risk === risk);
  return [...new Set(chosen.map(({ why }) => why))].map((why) => [why, chosen.filter((setting) => setting.why === why)]);
};

const names = (list: readonly Setting[]): string => list.map(({ name }) => code(name)).join(', ');

const settingTables = (): string =>
  [
    '## Settings',
    'A client may set a setting in its start-up packet, in `options`, by SET or by `set_config`; the same table holds for each way. A setting that is in none of these lists is refused; one with a dot in its name that belongs to no extension listed here (`app.tenant`) is free.',
    'Free, with any value:',
    table(
      ['settings', 'what they do'],
      [...byReason('safe'), ...byReason('names')].map(([why, list]) => [names(list), why]),
    ),
    'Pinned to some values:',
    table(
      ['setting', 'values', 'why'],
      byReason('pinned').flatMap(([why, list]) =>
        list.map(({ name, allowed = [] }) => [code(name), allowed.map(code).join(', '), why]),
      ),
    ),
    'Refused:',
    table(
      ['settings', 'why'],
      byReason('refused').map(([why, list]) => [names(list), why]),
    ),
  ].join('\n\n');

const head = `# Refusals

Printed by \`npm run docs\` from the table of rules (src/policy/rules.ts), the session's own refusals (src/session/refusals.ts)
and the table of settings (src/catalog/settings.ts).

A refused statement never reaches the server. The client gets an ErrorResponse with the SQLSTATE below, a message that names
the rule, and a HINT that says what would work; an error that PostgreSQL raises takes the statement's place, so that
transactions and pipelines end as they would have. The connection stays usable. No refusal holds a value of the database. The
audit has each refusal with its rule; \`pgveil explain\` shows beforehand what would become of a statement.

Refusals before a session begins (authentication, principals, limits of connections) are in [troubleshooting](troubleshooting.md).`;

export const refusalsDocument = (): string => {
  const entries = [...policyRefusals, ...sessionRefusals];
  return `${[
    head,
    table(
      ['rule', 'SQLSTATE', 'message'],
      entries.map(({ rule, sqlstate, message }) => [
        `[${code(rule)}](#${rule.replaceAll('.', '')})`,
        sqlstate,
        message.replace(` (rule ${rule})`, ''),
      ]),
    ),
    '## Rules of the policy',
    ...policyRefusals.map(section),
    '## Rules of the session',
    ...sessionRefusals.map(section),
    settingTables(),
  ].join('\n\n')}\n`;
};
