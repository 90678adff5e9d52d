/** Expressions that can fail for some values and not for others: whether one fails tells of the value. */
import { membersOf } from '../lineage/shapes.ts';
import type { OutputColumn, Source, StatementLineage } from '../lineage/types.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Steps of lineage that give a result for every value of their type. */
const total = new Set([
  ...words('view inherited constant case coalesce nullif min max greatest least array row subquery'),
  ...words('lower upper initcap btrim ltrim rtrim reverse replace left right concat concat_ws || string_agg'),
  ...words('length char_length octet_length bit_length md5 quote_literal quote_ident quote_nullable'),
  ...words('row_to_json to_json to_jsonb json_build_array jsonb_build_array json_agg jsonb_agg array_agg array_to_json'),
  ...words('json_build_object jsonb_build_object json_strip_nulls jsonb_strip_nulls'),
]);

/** Chains this long have lost their middle. */
const longest = 6;

const canFail = ({ way, via }: Source): boolean =>
  way === 'derived' && (via.length >= longest || via.some((step) => !total.has(step)));

const within = (column: OutputColumn): readonly Source[] => [
  ...column.sources,
  ...membersOf(column.shape).flatMap((member) => within(member)),
];

/** The uses of columns in expressions that can fail, in what the statement returns or writes. */
export const failingUses = (lineage: StatementLineage): readonly Source[] =>
  [...(lineage.columns ?? []).flatMap((column) => within(column)), ...lineage.writes.flatMap(({ sources }) => sources)].filter(
    canFail,
  );
