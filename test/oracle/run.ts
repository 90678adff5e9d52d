/** `npm run oracle`: scores the resolver against PostgreSQL's own analyser. See README.md for what is counted. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { createEngine } from './engine.ts';
import { withFreshDatabase } from './fresh-db.mjs';
import { printReport } from './report.ts';
import { loadFiles, parser, Scorer } from './score.mjs';

const options = parseArgs({
  options: {
    statements: { type: 'string', multiple: true, default: [fileURLToPath(new URL('statements.open.json.gz', import.meta.url))] },
    pg: { type: 'string', default: '15' },
    only: { type: 'string', multiple: true, default: [] },
    list: { type: 'string', default: '40' },
    overs: { type: 'string', default: '0' },
  },
}).values;

const isChosen = ({ file }: { readonly file: string }): boolean => options.only.length === 0 || options.only.includes(file);

const files = loadFiles(options.statements).filter((file) => file.setup || isChosen(file));
if (!files.some(isChosen)) throw new Error('no statements');

await parser.loadModule();
const engine = await createEngine();
const scorer = new Scorer(engine.lineage);
const server = await startPostgres({
  major: Number(options.pg),
  settings: ['log_min_messages=fatal'],
});
try {
  await withFreshDatabase(server.url(), async (url) => {
    for (const file of files) await scorer.replay(file, url, isChosen(file));
  });
} finally {
  await server.stop();
}
process.exitCode = printReport(scorer, engine, { list: Number(options.list), overs: Number(options.overs) });
