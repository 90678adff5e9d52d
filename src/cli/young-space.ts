/**
 * The space in which V8 makes objects. It doubles when much survives in it, to 32 MiB, and hardly ever shrinks: what a proxy
 * reads when it starts survives, what goes through it later does not.
 */
import { setFlagsFromString } from 'node:v8';

/** For the time of the start. */
export const keepYoungSpaceSmall = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
};

/** V8's own way, from now on. */
export const letYoungSpaceGrow = (): void => {
  setFlagsFromString('--semi-space-growth-factor=2');
};
