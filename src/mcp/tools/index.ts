/** Every tool. To add one: a file that defines it, and an entry here. */
import type { Tool } from '../tool.ts';
import { describeTable } from './describe-table.ts';
import { explainRefusal } from './explain-refusal.ts';
import { listTables } from './list-tables.ts';
import { query } from './query.ts';

export const tools: readonly Tool[] = [query, listTables, describeTable, explainRefusal];
