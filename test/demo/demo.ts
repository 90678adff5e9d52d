// `npm run demo`: pgveil's main job, end to end, on a real PostgreSQL.
import { fileURLToPath } from 'node:url';
import { createNarrator } from './narrator.ts';
import { tellStory } from './story.ts';

const narrator = createNarrator(process.stdout);
const began = performance.now();
await tellStory(narrator, fileURLToPath(new URL('../..', import.meta.url)));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const failed = narrator.failed();
narrator.lines([
  '',
  failed.length === 0 ? `Everything was as expected, in ${seconds} s.` : `Not as expected: ${failed.join('; ')}.`,
]);
process.exitCode = failed.length === 0 ? 0 : 1;
