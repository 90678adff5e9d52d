/** A copy of the log on another disk: bytes as they are, on the device before a batch counts. */
import { openLogFile } from '../file.ts';
import { errorText } from '../../errors.ts';
import { StoreFailure, type Sink } from './sink.ts';

export interface FileSinkOptions {
  /** Must not exist, or be empty. */
  readonly path: string;
}

/** Throws PGVEIL_AUDIT where the file cannot be made. A write that fails may have left a part, so it is never tried again. */
export const openFileSink = (options: FileSinkOptions): Sink => {
  const file = openLogFile(options.path);
  return {
    deliver: async (records) => {
      try {
        file.look();
        file.write(Buffer.concat(records.map(({ line }) => line)));
        file.sync();
      } catch (error) {
        throw new StoreFailure(errorText(error), { passes: false, final: true, cause: error });
      }
    },
    close: async () => {
      file.close();
    },
  };
};
