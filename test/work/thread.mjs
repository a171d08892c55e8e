// What a thread of the tests does: answers, throws, hangs, or fills its memory.
import { parentPort } from 'node:worker_threads';

const tasks = {
  double: (n) => n * 2,
  throws: () => {
    throw new TypeError('no');
  },
  hangs: () => {
    for (;;);
  },
  fills: () => {
    const lists = [];
    for (;;) lists.push(new Array(100_000).fill(lists.length));
  },
};

parentPort.on('message', ({ id, name, input }) => {
  try {
    parentPort.postMessage({ id, output: tasks[name](input) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
