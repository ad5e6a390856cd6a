// What a check is, and how they are told.
import assert from 'node:assert/strict';

const failed = [];
export { assert };

/** Runs a check and tells how it went; the others go on when it fails. */
export async function check(name, run) {
  const began = Date.now();
  try {
    await run();
    console.log(`ok    ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed.push(name);
    console.log(`FAIL  ${name}\n      ${String(error?.message ?? error).split('\n').slice(0, 24).join('\n      ')}`);
  }
}

/** Ends the program with 1 when a check has failed. */
export function finish() {
  console.log(failed.length === 0 ? 'all checks hold' : `${failed.length} checks failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

/** Numbers that are the same in each run: Park and Miller's generator. */
export function drawer(seed) {
  let state = seed;
  return below => (state = state * 48271 % 2147483647) % below;
}
