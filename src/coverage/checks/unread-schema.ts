/** PGV018: statements of schema files of which nobody can say what they do to columns. */
import type { Check } from '../types.ts';

export const unreadSchema: Check = {
  id: 'PGV018',
  name: 'unread-schema',
  severity: 'warning',
  title: 'Statement of a schema file that cannot be followed',
  help: 'Schema files are read without a server. A statement that makes its SQL at run time, calls a function, names a table or a type that no file makes, or is of a kind that pgveil does not follow, can add columns that no check has seen. Write it plainly, give the file that is missing with --schema, or check a database where the files have run.',
  looksAt: 'files',
  find: ({ policy, databases }) =>
    databases.flatMap(({ name, files }) =>
      (files?.problems ?? []).map(({ place, subject, message }) => ({
        subject: `${name}/${subject}`,
        message,
        position: policy.position(['databases', name]),
        column: undefined,
        place,
        remedy: 'Write the statement plainly, give the file that is missing, or suppress unread-schema with a reason.',
        yaml: undefined,
      })),
    ),
};
