/** What a tool is, and how its answer reaches the client. */
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { ZodRawShapeCompat } from '@modelcontextprotocol/sdk/server/zod-compat.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type * as z from 'zod/mini';
import type { Database } from './database.ts';
import { failureOf } from './failure.ts';
import type { Limits } from './limits.ts';
import type { Insight } from './insight.ts';

/** All that tools work with. */
export interface ToolContext {
  readonly database: Database;
  /** Where a policy was given. */
  readonly insight: Insight | undefined;
  readonly limits: Limits;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export interface Tool {
  readonly name: string;
  register(server: McpServer, context: ToolContext): void;
}

type Shape = Readonly<Record<string, z.ZodMiniType>>;

interface ToolSpec<Input extends Shape> {
  readonly name: string;
  readonly title: string;
  /** For the model: what it gives, and when to use it. */
  readonly description: string;
  readonly input: Input;
  /** Gives what is sent as JSON. What it throws is the tool's error. The signal is aborted when the client cancels the call. */
  readonly run: (
    input: { readonly [Name in keyof Input]: z.output<Input[Name]> },
    context: ToolContext,
    signal: AbortSignal,
  ) => Promise<object> | object;
}

const content = (value: object): CallToolResult['content'] => [{ type: 'text', text: JSON.stringify(value) }];

export const defineTool = <const Input extends Shape>({ name, title, description, input, run }: ToolSpec<Input>): Tool => ({
  name,
  register: (server, context) => {
    const answer = async (given: unknown, { signal }: { readonly signal: AbortSignal }): Promise<CallToolResult> => {
      try {
        return { content: content(await run(given as Parameters<typeof run>[0], context, signal)) };
      } catch (error) {
        return { isError: true, content: content({ error: failureOf(error) }) };
      }
    };
    const annotations = { readOnlyHint: true, destructiveHint: false, openWorldHint: false };
    const inputSchema: ZodRawShapeCompat = { ...input };
    server.registerTool(name, { title, description, inputSchema, annotations }, answer);
  },
});
