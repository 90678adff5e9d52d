// Runs the words after it as another user, with a directory of its own in place of /etc/sudoers.d. A shell would drop the
// INPUT_… variables that have dashes in their names.
import { execFileSync, spawnSync } from 'node:child_process';

const [sudoers, uid, gid, ...words] = process.argv.slice(2);
execFileSync('mount', ['--bind', sudoers, '/etc/sudoers.d']);
const { status } = spawnSync('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--', ...words], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
