import type { Command } from './command.ts';

export interface CommandEntry {
  /** One word, or two: `audit verify`. */
  readonly name: string;
  /** One line of the help. */
  readonly summary: string;
  /** Loads the command's file only when it is asked for. */
  readonly load: () => Promise<Command>;
}

/** Every command. To add one: a file that exports `command`, and an entry here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'Run the proxy',
    load: async () => (await import('./serve.ts')).command,
  },
  {
    name: 'health',
    summary: 'Ask a running proxy how it is',
    load: async () => (await import('./health.ts')).command,
  },
  {
    name: 'check',
    summary: 'Run the coverage gate over the databases of a policy',
    load: async () => (await import('./check.ts')).command,
  },
  {
    name: 'init',
    summary: 'Write a policy to start from, by what a database or schema files look like',
    load: async () => (await import('./init.ts')).command,
  },
  {
    name: 'test',
    summary: 'Run the test cases of a policy',
    load: async () => (await import('./test.ts')).command,
  },
  {
    name: 'explain column',
    summary: 'Show what a column is to the policy: its class, its masks, the views that carry it',
    load: async () => (await import('./explain-column.ts')).command,
  },
  {
    name: 'explain',
    summary: 'Show what would become of a statement, and why',
    load: async () => (await import('./explain.ts')).command,
  },
  {
    name: 'mcp',
    summary: 'Give an agent the masked database as an MCP server',
    load: async () => (await import('./mcp.ts')).command,
  },
  {
    name: 'audit verify',
    summary: 'Check that no record of an audit log was changed, removed, added or moved',
    load: async () => (await import('./audit-verify.ts')).command,
  },
  {
    name: 'audit replay',
    summary: 'Show the sessions of an audit log as the agent saw them',
    load: async () => (await import('./audit-replay.ts')).command,
  },
  {
    name: 'audit report',
    summary: 'Make one HTML file of an audit log, for people',
    load: async () => (await import('./audit-report.ts')).command,
  },
  {
    name: 'audit send',
    summary: "Bring an audit log to the policy's stores",
    load: async () => (await import('./audit-send.ts')).command,
  },
  {
    name: 'classify',
    summary: 'Say which columns of a list look personal',
    load: async () => (await import('./classify.ts')).command,
  },
  {
    name: 'passwd',
    summary: 'Make the line of a local principal for the verifier file',
    load: async () => (await import('./passwd.ts')).command,
  },
];
