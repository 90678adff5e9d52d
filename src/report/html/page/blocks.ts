/** The blocks of records, as the browser reads them from the file. */
import { readLines, type Line } from './records.ts';

const pause = async (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A script element is whole when something follows it, or the file is at its end. */
const whole = (element: Element): boolean => element.nextElementSibling !== null || document.readyState !== 'loading';

export const blockElements = (): readonly Element[] => [...document.querySelectorAll('script.records')];

export const linesOf = (element: Element | undefined): readonly Line[] => readLines(element?.textContent ?? '');

/** How long the page may be busy at a stretch, in milliseconds. */
const slice = 24;

/** Gives the blocks in order, while the file still loads, and lets the page breathe in between. */
export const eachBlock = async function* (): AsyncGenerator<{ readonly element: Element; readonly index: number }, void> {
  let since = performance.now();
  for (let index = 0; ;) {
    const found = blockElements();
    const loaded = document.readyState !== 'loading';
    for (; index < found.length; index += 1) {
      const element = found[index];
      if (element === undefined || !whole(element)) break;
      yield { element, index };
      if (performance.now() - since > slice) {
        await pause();
        since = performance.now();
      }
    }
    if (loaded && index >= found.length) return;
    await pause(16);
    since = performance.now();
  }
};
