import * as core from '@actions/core';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { comment } from './comment/comment.ts';
import { lazyCommentClient } from './comment/lazy-client.ts';
import { failureText } from './failure.ts';
import { start } from './start.ts';

const environment = process.env;

try {
  await start({
    core,
    environment,
    platform: process.platform,
    uid: process.getuid?.(),
    workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp: environment['RUNNER_TEMP'] ?? tmpdir(),
    node: process.execPath,
    entry: fileURLToPath(new URL('pgveil.js', import.meta.url)),
    fetchFile: async (...from) => (await import('./fetch-file.ts')).fetchFile(...from),
    clock: Date.now,
    comment: async (run) => comment({ core, environment, client: lazyCommentClient }, run),
  });
} catch (error) {
  core.setFailed(failureText(error));
}
