/** From the words of a command line to a command's input. */
import { parseArgs } from 'node:util';
import { PgveilError } from '../errors.ts';
import { advice } from './advice.ts';
import type { Command, CommandInput, OperandSpecs, OptionSpecs } from './command.ts';

type Input = CommandInput<OptionSpecs, OperandSpecs>;
type Values = Map<string, (string | true)[]>;

/** Every command has it. */
const help = { type: 'boolean', short: 'h', help: 'Show this help' } as const;

const readOptions = (tokens: readonly OptionToken[], specs: OptionSpecs, wrong: Wrong): Values => {
  const values: Values = new Map();
  for (const { name, rawName, value, inlineValue } of tokens) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      const names = Object.keys(specs).map((one) => `--${one}`);
      throw wrong(`has no option ${rawName}`, (more) => advice(rawName, names, more));
    }
    if (spec.type === 'boolean' && value !== undefined) throw wrong(`takes no value with ${rawName}`);
    if (spec.type === 'string' && (value === undefined || value === '')) throw wrong(`needs a value after ${rawName}`);
    if (spec.type === 'string' && inlineValue === false && value?.startsWith('-') === true) {
      throw wrong(
        `needs a value after ${rawName}`,
        (more) => `A value that begins with a dash is written ${rawName}=-…. ${more}`,
      );
    }
    const given = values.get(name) ?? [];
    if (given.length > 0 && spec.multiple !== true) throw wrong(`takes ${rawName} only once`);
    values.set(name, [...given, value ?? true]);
  }
  return values;
};

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** `remedy` gets the sentence that says where more is to be read. */
type Wrong = (what: string, remedy?: (more: string) => string) => PgveilError;

const optionInput = (specs: OptionSpecs, values: Values, wrong: Wrong): Input['options'] =>
  Object.fromEntries(
    Object.entries(specs).map(([name, { type, multiple, required, default: otherwise, value: placeholder = 'VALUE' }]) => {
      const given = (values.get(name) ?? []).filter((value) => value !== true);
      if (type === 'boolean') return [name, values.has(name)];
      if (required === true && given.length === 0) throw wrong(`needs --${name} ${placeholder}`);
      return [name, multiple === true ? given : (given[0] ?? otherwise)];
    }),
  );

const operandInput = (specs: OperandSpecs, given: readonly string[], wrong: Wrong): Input['operands'] => {
  const entries = Object.entries(specs);
  if (given.length > entries.length) {
    const most = entries.length === 0 ? 'no argument' : `${entries.map(([, { value }]) => value).join(' ')} and nothing more`;
    throw wrong(`takes ${most}`, (more) => `A text with spaces in it stands in quotes. ${more}`);
  }
  return Object.fromEntries(
    entries.map(([name, { value, optional }], index) => {
      if (given[index] === undefined && optional !== true) throw wrong(`needs ${value}`);
      return [name, given[index] as string];
    }),
  );
};

/** Throws PGVEIL_INPUT, which quotes no value. `name` is the command's. */
export const parseInput = (name: string, command: Command, argv: readonly string[]): Input | 'help' => {
  const wrong: Wrong = (what, remedy = (more) => more) =>
    new PgveilError('PGVEIL_INPUT', `${name} ${what}`, { remedy: remedy(`\`pgveil help ${name}\` shows what it takes.`) });
  const specs: OptionSpecs = { ...command.options, help };
  const { tokens } = parseArgs({ args: [...argv], options: { ...specs }, strict: false, allowPositionals: true, tokens: true });
  const values = readOptions(
    tokens.flatMap((token) => (token.kind === 'option' ? [token] : [])),
    specs,
    wrong,
  );
  if (values.has('help')) return 'help';
  const operands = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  return {
    options: optionInput(command.options, values, wrong),
    operands: operandInput(command.operands, operands, wrong),
  };
};
