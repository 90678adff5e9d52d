import * as core from '@actions/core';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { failureText } from './failure.ts';
import { start } from './start.ts';

try {
  await start({
    core,
    environment: process.env,
    platform: process.platform,
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
    temp: process.env['RUNNER_TEMP'] ?? tmpdir(),
    node: process.execPath,
    entry: fileURLToPath(new URL('pgveil.js', import.meta.url)),
  });
} catch (error) {
  core.setFailed(failureText(error));
}
