/** The file that a log is written to: new, ours alone, and watched. */
import { closeSync, constants, fdatasync, fdatasyncSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorText, PgveilError } from '../errors.ts';

export interface LogFile {
  /** Throws PGVEIL_AUDIT when the file is not as this process left it. */
  look(): void;
  /** Appends the bytes in one write. Throws PGVEIL_AUDIT when that fails. */
  write(bytes: Buffer): void;
  /** Waits until the device has what was written. Throws PGVEIL_AUDIT when that fails. */
  sync(): void;
  /**
   * Has the device take what was written, and waits for it only where the device would be `mostBehind` calls behind. `failed`
   * gets the PGVEIL_AUDIT of a failure that comes later.
   */
  beginSync(failed: (error: PgveilError) => void): void;
  close(): void;
}

const fail = (file: string, what: string, options: { readonly remedy?: string; readonly cause?: unknown } = {}): PgveilError =>
  new PgveilError('PGVEIL_AUDIT', `the audit log ${file} ${what}`, options);

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = constants;

/** Creates the file, or takes one that is there and empty (made by mktemp, say), with the rights it has. */
const openEmpty = (file: string): number => {
  try {
    return openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_EXCL, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Without O_NONBLOCK, opening a FIFO would wait for a reader.
  const descriptor = openSync(file, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
  const stat = fstatSync(descriptor);
  if (stat.isFile() && stat.size === 0) return descriptor;
  closeSync(descriptor);
  throw stat.isFile()
    ? fail(file, 'exists and is not empty; one log is one run, and its chain is never continued', {
        remedy: 'Name a new file with --audit, or move the old one away.',
      })
    : fail(file, 'is not a regular file', { remedy: 'Name a new file with --audit.' });
};

const cannotFlush = 'cannot be flushed';

const mostBehind = 8;

/** The name of a new file survives a power loss once its directory is on the device. */
const syncDirectory = (directory: string): void => {
  const descriptor = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Throws PGVEIL_AUDIT when the file exists and is not empty, or cannot be created. */
export const openLogFile = (file: string): LogFile => {
  const failure = (what: string, error: unknown): PgveilError =>
    error instanceof PgveilError
      ? error
      : fail(file, `${what}: ${errorText(error)}`, {
          remedy: 'Check that its directory exists, and the rights and the space left there.',
          cause: error,
        });
  const guarded = <T>(what: string, act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw failure(what, error);
    }
  };
  const descriptor = guarded('cannot be created', () => {
    const opened = openEmpty(file);
    try {
      syncDirectory(dirname(file));
      return opened;
    } catch (error) {
      closeSync(opened);
      throw error;
    }
  });
  let size = 0;
  let syncing = false;
  /** Calls of beginSync, and up to which of them the device has what was written. */
  let asked = 0;
  let done = 0;
  let closed = false;
  const sync = (): void => {
    guarded(cannotFlush, () => {
      fdatasyncSync(descriptor);
    });
  };
  const closeNow = (): void => {
    guarded('cannot be closed', () => {
      closeSync(descriptor);
    });
  };
  const syncLater = (failed: (error: PgveilError) => void): void => {
    const upTo = asked;
    syncing = true;
    fdatasync(descriptor, (error) => {
      syncing = false;
      if (error === null) done = Math.max(done, upTo);
      else failed(failure(cannotFlush, error));
      if (closed) closeNow();
      else if (error === null && asked > done) syncLater(failed);
    });
  };
  return {
    look: () => {
      guarded('cannot be looked at', () => {
        const stat = fstatSync(descriptor);
        if (stat.nlink === 0) throw fail(file, 'was removed while pgveil was writing it');
        if (stat.size !== size) throw fail(file, 'was changed by another process while pgveil was writing it');
      });
    },
    write: (bytes) => {
      guarded('cannot be written', () => {
        const written = writeSync(descriptor, bytes);
        size += written;
        if (written !== bytes.length)
          throw fail(file, 'took only a part of a record', { remedy: 'Make space where it is written.' });
      });
    },
    sync,
    beginSync: (failed) => {
      asked += 1;
      if (!syncing) syncLater(failed);
      else if (asked - done >= mostBehind) {
        sync();
        done = asked;
      }
    },
    close: () => {
      closed = true;
      // A descriptor that is closed under a call may be another file's by the time of the call.
      if (!syncing) closeNow();
    },
  };
};
