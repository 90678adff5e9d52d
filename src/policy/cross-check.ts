/** What the schema cannot see: names that have to exist elsewhere in the file, and rules that contradict each other. */
import { problemAt, unsafeMatch, type Source } from './issues.ts';
import type { Path } from './document.ts';
import { noClass } from './policy.ts';
import { suggestion, type Problem } from './problems.ts';
import type { PolicyDocument } from './schema.ts';
import { systemClasses } from './system-pack.ts';

type Report = (path: Path, message: string, hint?: string, what?: 'key' | 'value') => void;
type Check = (document: PolicyDocument, report: Report) => void;

const quote = (text: string): string => JSON.stringify(text);

const databases: Check = (document, report) => {
  if (Object.keys(document.databases).length === 0) report(['databases'], 'no database is named');
  for (const [name, { credentials }] of Object.entries(document.databases)) {
    if (Object.keys(credentials).length > 0) continue;
    report(
      ['databases', name, 'credentials'],
      `database ${quote(name)} has no credential`,
      'reader: { url: "${env:PGVEIL_DATABASE_URL}" }',
    );
  }
};

const classes: Check = (document, report) => {
  const known = [...Object.keys(document.classes), ...systemClasses];
  const check = (path: Path, name: string, what: 'key' | 'value', extra: readonly string[] = []): void => {
    if (known.includes(name) || extra.includes(name)) return;
    report(path, `class ${quote(name)} is not defined under classes`, suggestion(name, [...known, ...extra]), what);
  };
  if (Object.hasOwn(document.classes, noClass)) {
    report(['classes', noClass], `${quote(noClass)} is no class: it marks columns that are not classified`, undefined, 'key');
  }
  for (const [pattern, name] of Object.entries(document.classification.columns)) {
    check(['classification', 'columns', pattern], name, 'value', [noClass]);
  }
  for (const key of ['labels', 'tags'] as const) {
    for (const [text, name] of Object.entries(document.classification[key])) {
      check(['classification', key, text], name, 'value', [noClass]);
    }
  }
  for (const [index, grant] of document.grants.entries()) {
    for (const name of Object.keys(grant.masks)) check(['grants', index, 'masks', name], name, 'key');
    for (const [at, reveal] of grant.reveal.entries()) {
      if (reveal.class !== undefined) check(['grants', index, 'reveal', at, 'class'], reveal.class, 'value');
      if ((reveal.class === undefined) === (reveal.column === undefined)) {
        report(['grants', index, 'reveal', at], 'a reveal names either a class or a column');
      }
    }
  }
};

const principals: Check = (document, report) => {
  const issuers = Object.keys(document.identity.issuers);
  for (const [name, principal] of Object.entries(document.principals)) {
    const path = ['principals', name];
    if ((principal.match === undefined) === (principal.local === undefined)) {
      report(path, `principal ${quote(name)} needs either match, for tokens, or local, for a password`, undefined, 'key');
    }
    if (principal.local !== undefined && document.identity.local === undefined) {
      report([...path, 'local'], 'there is no file of local verifiers', 'identity: { local: { verifiers: FILE } }', 'key');
    }
    const { issuer, ...claims } = principal.match ?? { issuer: undefined };
    if (issuer === undefined) continue;
    if (!issuers.includes(issuer)) {
      report(
        [...path, 'match', 'issuer'],
        `issuer ${quote(issuer)} is not defined under identity.issuers`,
        suggestion(issuer, issuers),
      );
    }
    if (Object.keys(claims).length === 0) {
      report(
        [...path, 'match'],
        'any token of the issuer would match',
        'match a claim that only your jobs have, as repository_id',
        'key',
      );
    }
    for (const claim of Object.keys(claims)) {
      const why = unsafeMatch(claim);
      if (why !== undefined) report([...path, 'match', claim], `${quote(claim)} cannot be matched`, why, 'key');
    }
  }
};

const grants: Check = (document, report) => {
  const groups = new Set(Object.values(document.principals).flatMap((principal) => principal.groups));
  const subjects = [...Object.keys(document.principals), ...[...groups].map((group) => `group:${group}`)];
  for (const [index, grant] of document.grants.entries()) {
    for (const [at, subject] of grant.to.entries()) {
      if (subjects.includes(subject)) continue;
      const kind = subject.startsWith('group:') ? 'group' : 'principal';
      report(
        ['grants', index, 'to', at],
        `there is no ${kind} ${quote(subject.replace(/^group:/, ''))}`,
        suggestion(subject, subjects),
      );
    }
    for (const [at, database] of (grant.databases ?? []).entries()) {
      if (Object.hasOwn(document.databases, database)) continue;
      const hint = suggestion(database, Object.keys(document.databases));
      report(['grants', index, 'databases', at], `there is no database ${quote(database)}`, hint);
    }
    for (const name of grant.databases ?? Object.keys(document.databases)) {
      const credentials = Object.keys(document.databases[name]?.credentials ?? {});
      if (credentials.length === 0) continue;
      if (grant.credential === undefined) {
        if (credentials.length === 1) continue;
        const hint = suggestion('', credentials);
        report(['grants', index], `the grant has to say which credential of database ${quote(name)} it uses`, hint);
      } else if (!credentials.includes(grant.credential)) {
        const message = `database ${quote(name)} has no credential ${quote(grant.credential)}`;
        report(['grants', index, 'credential'], message, suggestion(grant.credential, credentials));
      }
    }
  }
};

const masking: Check = ({ masking: { key, scope } }, report) => {
  if (scope !== 'run' && key === undefined) {
    report(['masking', 'scope'], 'masks that outlive a run need a key', 'key: ${env:PGVEIL_MASKING_KEY}');
  }
};

const checks: readonly Check[] = [databases, classes, principals, grants, masking];

export const crossCheck = (document: PolicyDocument, source: Source): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const check of checks) {
    check(document, (path, message, hint, what) => problems.push(problemAt(source, path, message, hint, what)));
  }
  return problems;
};
