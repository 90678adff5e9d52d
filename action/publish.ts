import { errorText } from '../src/errors.ts';
import { annotations } from '../src/report/annotations.ts';
import { markdown } from '../src/report/markdown.ts';
import type { Report } from '../src/report/model.ts';

interface Place {
  readonly title: string;
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** What of @actions/core results are published with. */
export interface PublishCore {
  error(message: string, place: Place): void;
  warning(message: string, place?: Place): void;
  notice(message: string, place?: Place): void;
  readonly summary: { addRaw(text: string): { write(): Promise<unknown> } };
}

/** Annotations and job summary. `failures`: how many annotations of level error the step gives besides. */
export const publish = async (core: PublishCore, report: Report, failures: number): Promise<void> => {
  const { verdict } = report;
  for (const { level, message, title, file, line, column } of verdict === undefined ? [] : annotations(verdict, failures)) {
    core[level === 'note' ? 'notice' : level](message, { title, file, startLine: line, startColumn: column });
  }
  try {
    await core.summary.addRaw(markdown(report)).write();
  } catch (error) {
    core.warning(`The summary of the job could not be written: ${errorText(error)}`);
  }
};
