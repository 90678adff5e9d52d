/** The MCP server over standard input and output. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { ToolContext } from './tool.ts';
import { tools } from './tools/index.ts';

const instructions =
  'A PostgreSQL database behind pgveil, which masks classified columns and refuses what would get around that. Look at list_tables and describe_table before you write SQL. Masked values are not the real ones: do not present them as real. When a statement is refused, do as the hint of the error says; explain_refusal tells more.';

export interface ServeOptions {
  readonly context: ToolContext;
  readonly version: string;
  readonly input: Readable;
  readonly output: Writable;
}

/** Serves until the input ends. */
export const serveMcp = async ({ context, version, input, output }: ServeOptions): Promise<void> => {
  const server = new McpServer({ name: 'pgveil', version }, { instructions });
  for (const tool of tools) tool.register(server, context);
  const ended = once(input, 'end');
  try {
    await server.connect(new StdioServerTransport(input, output));
    await ended;
  } finally {
    await server.close();
    await context.database.close();
  }
};
