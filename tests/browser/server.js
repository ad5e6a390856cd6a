// A server of the sample articles, and a browser.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Indexes `articles` and serves them on any free port. Resolves to { url, index, stop }. */
export async function serve(program, articles) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-browser-'));
  const index = join(folder, 'idx');
  execFileSync(program, ['index', '--quiet', '--index', index, articles]);
  execFileSync(program, ['watch', 'add', 'russia', '--events', '--index', index, 'country:RU summit']);
  const child = spawn(program, ['serve', '--index', index, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', data => {
      said += data;
      const found = /serving (\S+)\//.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', code => reject(new Error(`the server ended with ${code}`)));
  });
  const stop = () => new Promise(resolve => {
    child.on('exit', () => { rmSync(folder, { recursive: true, force: true }); resolve(); });
    child.kill('SIGTERM');
  });
  return { url, index, stop };
}

/** Debian's Chromium, headless. */
export function browse() {
  const options = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...options, '--disable-dev-shm-usage'] });
}
