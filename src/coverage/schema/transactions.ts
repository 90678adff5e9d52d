/** Which statements of a file stay: what is rolled back has not happened. */
import type { TransactionStmt } from 'libpg-query';
import { as } from '../../lineage/ast.ts';
import type { Parser } from '../../lineage/parse.ts';
import type { SplitStatement } from './split.ts';

export interface Kept {
  readonly statements: readonly SplitStatement[];
  /** A ROLLBACK that no BEGIN or SAVEPOINT of the file goes before: what it takes back depends on who runs the file. */
  readonly loose: readonly SplitStatement[];
}

const words: ReadonlySet<string> = new Set(['begin', 'start', 'savepoint', 'commit', 'end', 'rollback', 'abort', 'release']);

const transactionOf = (parser: Parser, { text, word }: SplitStatement): TransactionStmt | undefined => {
  const parsed = words.has(word) ? parser.parse(text) : undefined;
  return parsed?.ok === true ? as(parsed.statements[0]?.stmt, 'TransactionStmt') : undefined;
};

interface Mark {
  /** Undefined: the transaction's own beginning. */
  readonly savepoint: string | undefined;
  readonly at: number;
}

export const keepStatements = (parser: Parser, statements: readonly SplitStatement[]): Kept => {
  let kept: SplitStatement[] = [];
  const loose: SplitStatement[] = [];
  let marks: readonly Mark[] = [];

  const end = (chain: boolean | undefined): void => {
    marks = chain === true ? [{ savepoint: undefined, at: kept.length }] : [];
  };
  const back = (statement: SplitStatement, mark: Mark | undefined): void => {
    if (mark === undefined) loose.push(statement);
    else kept = kept.slice(0, mark.at);
  };
  for (const statement of statements) {
    const transaction = transactionOf(parser, statement);
    switch (transaction?.kind) {
      case 'TRANS_STMT_BEGIN':
      case 'TRANS_STMT_START':
        if (marks.length === 0) end(true);
        break;
      case 'TRANS_STMT_SAVEPOINT':
        marks = [...marks, { savepoint: transaction.savepoint_name, at: kept.length }];
        break;
      case 'TRANS_STMT_ROLLBACK_TO':
        back(
          statement,
          marks.findLast(({ savepoint }) => savepoint !== undefined && savepoint === transaction.savepoint_name),
        );
        continue;
      case 'TRANS_STMT_ROLLBACK':
        back(statement, marks[0]);
        end(transaction.chain);
        continue;
      case 'TRANS_STMT_COMMIT':
        end(transaction.chain);
        break;
      default:
    }
    kept.push(statement);
  }
  return { statements: kept, loose };
};
