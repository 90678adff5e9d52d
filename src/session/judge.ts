/** Texts to judgements for one principal in one database: read, decided, and kept as long as nothing has changed. */
import { nameSpace } from '../catalog/resolve-path.ts';
import type { Catalog, Oid } from '../catalog/types.ts';
import { readStatements } from '../lineage/read.ts';
import type { Parser } from '../lineage/parse.ts';
import { mentionsAny } from './mentions.ts';
import { missedRelations, type SecondReading } from '../lineage/missed-relations.ts';
import { holdsForAll, templateOf, type Template } from '../lineage/template.ts';
import type { StatementLineage } from '../lineage/types.ts';
import type { MaskKeys } from '../masking/types.ts';
import type { BoundPolicy } from '../policy/bind.ts';
import { decide } from '../policy/decide.ts';
import type { Grant } from '../policy/policy.ts';
import { refuse, refuseUnreadable } from '../policy/rules.ts';
import type { Refusal } from '../policy/types.ts';
import { decisionsEnd } from '../policy/veil.ts';
import { columnRecords } from './column-records.ts';
import type { ChangedNames } from './catalog-changes.ts';
import { changedNames } from './changed-names.ts';
import type { Environment, Staleness } from './environment.ts';
import type { Judged, Judgement, StatementText } from './judgement.ts';
import { createDescriptions } from './descriptions.ts';
import { createJudgementCache } from './judgement-cache.ts';
import { lateFunction } from './late-names.ts';
import type { Names, PreparedStatement } from './names.ts';
import { openCopy, openRows } from './open-result.ts';
import { createRowPlans } from './row-plans.ts';
import { emptyStatement, unknownStatement } from './special-statements.ts';
import { splitScript } from './script-statement.ts';
import type { Judge } from './state.ts';
import { scrubUnclassified } from './unclassified.ts';

export interface JudgeOptions {
  readonly parser: Parser;
  /** Witness 3; undefined where it cannot read a text. */
  readonly secondReading: (sql: string) => SecondReading | undefined;
  readonly grant: Grant;
  /** The policy bound to a snapshot; to be cheap for one that was asked for before. */
  readonly bind: (catalog: Catalog) => BoundPolicy;
  readonly keys: MaskKeys;
  readonly clock: () => number;
}

interface Question {
  readonly names: Pick<Names, 'statement' | 'portal'>;
  readonly parameterTypes: readonly Oid[];
  readonly role: string;
  readonly changed: Pick<Staleness, 'path' | 'catalog'> | undefined;
  readonly changedInTransaction: boolean;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const createJudge = ({ parser, secondReading, grant, bind, keys, clock }: JudgeOptions): Judge => {
  const cache = createJudgementCache(clock);
  const rowPlans = createRowPlans((now) => decisionsEnd(grant, now));

  const textOf = (sql: string, relations: readonly Oid[], catalog: Catalog): StatementText => ({
    sql: parser.normalise(sql),
    fingerprint: parser.fingerprint(sql),
    relations: relations.flatMap((oid) => {
      const relation = catalog.relation(oid);
      return relation === undefined ? [] : [`${relation.schema}.${relation.name}`];
    }),
  });

  const namesOf = (sql: string): ChangedNames => {
    const parsed = parser.parse(sql);
    return changedNames(parsed.ok ? parsed.statements[0] : undefined);
  };

  const refused = (
    sql: string,
    catalog: Catalog,
    refusal: Refusal,
    more: Partial<Pick<Extract<Judgement, { kind: 'refused' }>, 'lineage' | 'serverMayExplain' | 'unresolved' | 'script'>> = {},
  ): Judgement => ({
    kind: 'refused',
    refusal,
    text: textOf(sql, more.lineage?.relations ?? [], catalog),
    lineage: more.lineage,
    serverMayExplain: more.serverMayExplain === true,
    unresolved: more.unresolved === true,
    script: more.script,
  });

  /** Witness 3, which can only tighten. */
  const disagrees = (
    sql: string,
    statements: readonly StatementLineage[],
    environment: Environment,
    bound: BoundPolicy,
  ): boolean => {
    if (!mentionsAny(sql, bound.relations, environment.catalog)) return false;
    const second = secondReading(sql);
    return (
      second !== undefined &&
      missedRelations(second, statements, environment.catalog, environment.nameSpace).some((oid) => bound.relations.has(oid))
    );
  };

  const read = (sql: string, environment: Environment, question: Question): { judgement: Judgement; usesNames: boolean } => {
    const { catalog } = environment;
    let usesNames = false;
    let innerRefusal: Refusal | undefined;
    const prepared = (name: string): StatementLineage | undefined => {
      usesNames = true;
      const statement = question.names.statement(name);
      if (statement === undefined) return undefined;
      const judgement = current(statement, environment, question);
      if (judgement.kind === 'refused') innerRefusal = judgement.refusal;
      return judgement.kind === 'refused' ? undefined : lineageOf(statement, judgement.statements[0]);
    };
    const reading = readStatements(sql, catalog, environment.nameSpace, {
      parser,
      prepared,
      cursor: (name) => {
        usesNames = true;
        const portal = question.names.portal(name);
        const late = portal !== undefined && lateFunction(portal, environment, question.changed) !== undefined;
        return late ? undefined : portal?.judged?.lineage;
      },
      parameterTypes: question.parameterTypes,
      namesAfter: (path) => nameSpace(catalog, path.map(quoted).join(', '), question.role, environment.nameSpace.tempSchema),
      stale: question.changed?.path === true || question.changed?.catalog === true,
      changedInTransaction: question.changedInTransaction,
    });
    const settle = (judgement: Judgement): { judgement: Judgement; usesNames: boolean } => ({ judgement, usesNames });
    if (!reading.ok) {
      const { reason } = reading.unreadable;
      const unresolved = reason === 'unresolved';
      const script = unresolved ? splitScript(parser, sql) : undefined;
      // Of several statements the server would say no more than that it takes only one at a time.
      const serverMayExplain = reason === 'syntax' || (unresolved && script === undefined);
      return settle(refused(sql, catalog, refuseUnreadable(reading.unreadable), { serverMayExplain, unresolved, script }));
    }
    if (innerRefusal !== undefined) return settle(refused(sql, catalog, innerRefusal));
    const bound = bind(catalog);
    if (disagrees(sql, reading.statements, environment, bound)) {
      return settle(refused(sql, catalog, refuse('lineage.disagreement')));
    }
    const source = Buffer.from(sql);
    const statements: Judged[] = [];
    for (const lineage of reading.statements) {
      const own = reading.statements.length === 1 ? sql : source.toString('utf8', lineage.start, lineage.end);
      const plan = scrubUnclassified(decide(lineage, { bound, grant, catalog, now: clock() }), lineage, { bound, catalog });
      if (plan.kind === 'refuse') return settle(refused(own, catalog, plan.refusal, { lineage }));
      const text = textOf(own, lineage.relations, catalog);
      const changes = lineage.changes.some(({ kind }) => kind === 'catalog');
      statements.push({
        lineage,
        plan,
        text,
        columns: columnRecords(plan, catalog),
        changedNames: changes ? namesOf(own) : undefined,
        source: own,
      });
    }
    return settle({ kind: 'statements', statements });
  };

  /** Whether what was read of this text holds for all texts of its template. */
  const isCommon = (sql: string, template: Template, judgement: Judgement): boolean => {
    const parsed = parser.parse(sql);
    return judgement.kind === 'statements' && parsed.ok && holdsForAll(parsed.statements, template);
  };

  const judge: Judge['judge'] = (sql, environment, question) => {
    const { changed, changedInTransaction, parameterTypes, role } = question;
    if (changed?.path === true || changed?.catalog === true) return read(sql, environment, question).judgement;
    const context = `${role}\0${String(changedInTransaction)}\0${parameterTypes.join(',')}\0`;
    const template = templateOf(sql);
    const common = template === undefined ? undefined : cache.get(environment, `${context}like\0${template.text}`);
    if (common !== undefined) return withText(common, sql);
    const known = cache.get(environment, `${context}${sql}`);
    if (known !== undefined) return known;
    const { judgement, usesNames } = read(sql, environment, question);
    if (usesNames) return judgement;
    const key = template !== undefined && isCommon(sql, template, judgement) ? `like\0${template.text}` : sql;
    cache.set(environment, `${context}${key}`, judgement, decisionsEnd(grant, clock()));
    return judgement;
  };

  /** A prepared statement in this environment: the server plans it anew where the environment has changed. */
  const current = (statement: PreparedStatement, environment: Environment, question: Question): Judgement =>
    judge(statement.sql, environment, { ...question, parameterTypes: statement.parameterTypes });

  return {
    judge,
    inner: (outer, lineage) => ({ ...outer, lineage }),
    unknown: unknownStatement,
    empty: emptyStatement,
    describe: createDescriptions(),
    openRows: (judged, fields, { catalog, samples }) =>
      openRows(
        rowPlans(judged ?? unknownStatement, fields, { catalog, grant, keys, bound: bind(catalog), now: clock() }),
        samples,
      ),
    openCopy: (judged, copy, catalog) => openCopy(judged, copy, { catalog, grant, keys, bound: bind(catalog), now: clock() }),
  };
};

/** The judgement of one text of a template, for another. */
const withText = (judgement: Judgement, sql: string): Judgement =>
  judgement.kind === 'refused'
    ? judgement
    : {
        kind: 'statements',
        statements: judgement.statements.map((judged) => ({
          ...judged,
          lineage: { ...judged.lineage, end: judged.lineage.end + sql.length - judged.source.length },
          source: sql,
        })),
      };

/** What a prepared statement runs: itself, or what stands in its PREPARE. */
const lineageOf = (statement: PreparedStatement, judged: Judged | undefined): StatementLineage | undefined => {
  if (statement.via === 'parse') return judged?.lineage;
  return judged?.lineage.changes.find((change) => change.kind === 'prepare')?.inner;
};
