/** What a command is: a value that says what it takes, and a function that does it. */
import type { Readable, Writable } from 'node:stream';

/** Everything a command gets from outside. */
export interface CommandContext {
  /** The words after `pgveil`. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly cwd: string;
}

export type Input = Readable & { readonly isTTY?: boolean };
export type Output = Writable & { readonly isTTY?: boolean };

/** 0: done; 1: the answer is no (an audit that does not verify, a gate that is red); 2: there is no answer. */
export type ExitCode = 0 | 1 | 2;

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly short?: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  /** What it is where it is not given. */
  readonly default?: string;
}

export interface OperandSpec {
  /** How the help calls it: `FILE`. */
  readonly value: string;
  readonly help: string;
  readonly optional?: boolean;
}

type OptionValue<Spec extends OptionSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec extends { readonly multiple: true }
    ? readonly string[]
    : Spec extends { readonly required: true } | { readonly default: string }
      ? string
      : string | undefined;

type OperandValue<Spec extends OperandSpec> = Spec extends { readonly optional: true } ? string | undefined : string;

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type OperandSpecs = Readonly<Record<string, OperandSpec>>;

export interface CommandInput<Options extends OptionSpecs, Operands extends OperandSpecs> {
  readonly options: { readonly [Name in keyof Options]: OptionValue<Options[Name]> };
  readonly operands: { readonly [Name in keyof Operands]: OperandValue<Operands[Name]> };
}

/** One command; its name and its line in the help are in the table of commands.ts. */
export interface Command<Options extends OptionSpecs = OptionSpecs, Operands extends OperandSpecs = OperandSpecs> {
  readonly options: Options;
  /** In the order of the command line; optional ones last. */
  readonly operands: Operands;
  /** More to say in its help, below options and operands. */
  readonly notes?: readonly string[];
  /** Throws PgveilError, which ends pgveil with exit code 2. */
  run(context: CommandContext, input: CommandInput<Options, Operands>): Promise<ExitCode> | ExitCode;
}

/** Gives a command its types: `run` sees each option and operand as declared. */
export const defineCommand = <const Options extends OptionSpecs, const Operands extends OperandSpecs>(
  command: Command<Options, Operands>,
): Command => command;
