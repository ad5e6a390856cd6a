// The page in a real browser: node page_test.js PROGRAM ARTICLES [--screenshots FOLDER]
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assert, check, drawer, finish } from './checks.js';
import { browse, serve } from './server.js';

const [program, articles, option, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { url, index, stop } = await serve(program, articles);
const browser = await browse();
const kTask = '/?q=summit&events=1';

const states = {
  start: '/', hits: '/?q=summit', events: '/?q=summit&events=1', narrowed: '/?q=treaty&country=RU&country=CN&events=1',
  period: '/?country=RU&events=1&from=2001-01&to=2001-06', share: '/?country=RU&events=1&share=1',
  persons: '/?q=summit&events=1&open=person&open=region',
  nothing: '/?q=zzyzx', error: '/?q=treaty+contry:RU', spelled: '/?q=tretay', timeline: '/timeline?q=summit', pairs: '/pairs',
  article: '/article/2001-q3-china-russia.txt', help: '/help', watch: '/watch', missing: '/nothing',
  why: '/why?why=country:RU&id=2001-q3-china-russia.txt', similar: '/similar?id=2001-q3-china-russia.txt',
  end: '/?q=summit&offset=5000', filter: '/timeline?q=summit&from=never',
};

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', error => faults.push(String(error)));
  page.on('console', message => { if (message.type() === 'error' && !/status of (400|404|503)/.test(message.text())) faults.push(message.text()); });
  await page.goto(url + path);
  return { page, faults, close: () => context.close() };
}
async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
}
// What a page shows, without what the browser adds.
const shown = page => page.evaluate(() => document.querySelector('main').innerText.replace(/\s+/g, ' '));
const settled = page => page.waitForFunction(() => !document.documentElement.classList.contains('busy'));
async function act(page, action) {
  const before = page.url();
  await action();
  await page.waitForFunction(old => location.href !== old && !document.documentElement.classList.contains('busy'), before);
}

for (const [name, path] of Object.entries(states)) {
  for (const scheme of ['light', 'dark']) {
    await check(`no barrier: ${name}, ${scheme}`, async () => {
      const { page, faults, close } = await open(path, { colorScheme: scheme });
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

await check('no barrier at 320 px, and nothing to scroll sideways', async () => {
  for (const path of Object.values(states)) {
    const { page, close } = await open(path, { viewport: { width: 320, height: 640 } });
    assert.deepEqual(await violations(page), [], path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${path} is ${wide} px wide`);
    await close();
  }
});

await check('no barrier in a timeline of its own, on any screen, and nothing of it comes from elsewhere', async () => {
  const file = join(index, '..', 'timeline.html');
  writeFileSync(file, execFileSync(program, ['timeline', '--index', index, '--fold', '--format', 'html', 'treaty', 'OR', 'summit']));
  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 320, height: 640 } }]) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
    const page = await context.newPage();
    const asked = [];
    page.on('request', request => asked.push(request.url()));
    page.on('console', message => { if (message.type() === 'error') asked.push(message.text()); });
    await page.goto(`file://${file}`);
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.locator('li mark').count() > 10);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    assert.equal(asked.length, 1, asked.join('\n'));
    await context.close();
  }
});

await check('no barrier when a mention is explained', async () => {
  const { page, close } = await open(states.article);
  await page.locator('a.m').first().click();
  await page.locator('.pop').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.pop').count(), 0);
  await close();
});

await check('the whole task by keyboard alone', async () => {
  const { page, faults, close } = await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('summit');
  await act(page, () => page.keyboard.press('Enter'));
  const all = await shown(page);
  await page.focus('.bars');
  for (const key of ['Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await act(page, () => page.keyboard.press('Enter'));
  assert.notEqual(await shown(page), all);
  assert.match(page.url(), /from=\d{4}-\d\d-\d\d&to=/);
  for (let i = 0; i < 2; ++i) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('f');
    const boxes = page.locator('#facet-country input[type=checkbox][name=country]:not(:checked)');
    await boxes.first().focus();
    await act(page, () => page.keyboard.press('Space'));
  }
  assert.equal(new URL(page.url()).searchParams.getAll('country').length, 2);
  await page.locator('#main').focus();
  await page.keyboard.press('j');
  await page.locator('.hit .chip').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.pop .why').waitFor();
  assert.match(await page.locator('.pop').innerText(), /·/);
  await page.keyboard.press('Escape');
  const exports = await page.locator('.exports a').evaluateAll(links => links.map(link => link.href));
  assert.ok(exports.length >= 2);
  assert.match(await (await page.request.get(exports[0])).text(), /#complete,\d+\s*$/);
  await page.keyboard.press('j');
  await act(page, () => page.keyboard.press('Enter'));
  assert.match(page.url(), /\/article\//);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains('m')), true);
  assert.deepEqual(faults, []);
  await close();
});

await check('the whole task without JavaScript', async () => {
  const { page, close } = await open('/', { javaScriptEnabled: false });
  await page.fill('#q', 'summit');
  await page.press('#q', 'Enter');
  await page.waitForURL(/q=summit/);
  await page.fill('[name=from]', 'mid-January 2001');
  await page.fill('[name=to]', '2002');
  await page.press('[name=to]', 'Enter');
  await page.waitForURL(/to=2002/);
  const countries = page.locator('#facet-country input[name=country]');
  await countries.nth(0).check();
  await countries.nth(1).check();
  await page.locator('.narrow button').first().click();
  await page.waitForURL(/country=.*country=/);
  await page.locator('.hit .chip').first().click();
  await page.waitForURL(/\/why/);
  assert.match(await page.locator('.why').innerText(), /·/);
  await page.goBack();
  const file = await page.request.get(await page.locator('.exports a').first().evaluate(link => link.href));
  assert.match(await file.text(), /#complete,\d+\s*$/);
  await page.locator('.hit a.title').first().click();
  await page.waitForURL(/\/article\//);
  await page.locator('a.m').first().click();
  assert.match(page.url(), /#m\d+/);
  await close();
});

await check('a drag over the days selects them', async () => {
  const { page, close } = await open('/?country=RU&events=1');
  const box = await page.locator('.bars').boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  await act(page, () => page.mouse.up());
  assert.match(page.url(), /from=.*to=/);
  assert.ok(await page.locator('.slot.selected').count() > 0);
  assert.ok(await page.locator('.slot:not(.selected)').count() > 0, 'the neighbours still show');
  await close();
});

await check('Back restores the page, its place and its focus', async () => {
  const { page, close } = await open(kTask, { viewport: { width: 1200, height: 500 } });
  const link = page.locator('.hit a.title').nth(6);
  await link.scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => scrollY);
  const href = await link.getAttribute('href');
  await link.focus();
  await act(page, () => page.keyboard.press('Enter'));
  await act(page, () => page.goBack());
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), href);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - y) < 3);
  await close();
});

await check('200 random clicks: a reload shows the same page', async () => {
  const { page, faults, close } = await open(kTask);
  const draw = drawer(20261130);
  for (let i = 0; i < 200; ++i) {
    const targets = page.locator('main a[href]:visible:not([download]):not([data-why]):not(.m):not([href*="/v1/"]), .top nav a:visible, main input[type=checkbox]:visible');
    const count = await targets.count();
    if (count === 0) { await page.goto(url + kTask); continue; }
    await targets.nth(draw(count)).click({ timeout: 5000 }).catch(() => {});
    await settled(page);
    await page.waitForLoadState();
    const now = await shown(page);
    const reloaded = await (await page.request.get(page.url())).text();
    const again = await page.evaluate(html => {
      const fresh = new DOMParser().parseFromString(html, 'text/html');
      return fresh.querySelector('main').textContent.replace(/\s+/g, ' ').trim();
    }, reloaded);
    const here = await page.evaluate(() => document.querySelector('main').textContent.replace(/\s+/g, ' ').trim());
    assert.equal(here, again, `after click ${i}: ${page.url()}`);
    assert.ok(now.length > 0);
    if (i % 40 === 39) await page.goto(url + kTask);
  }
  assert.deepEqual(faults, []);
  await close();
});

await check('completions of a query are taken by keyboard', async () => {
  const { page, close } = await open('/');
  await page.click('#q');
  await page.keyboard.type('country:jap');
  await page.locator('.options li').first().waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.inputValue('#q'), 'country:JP ');
  await close();
});

await check('keys can be switched off', async () => {
  const { page, close } = await open('/?q=summit');
  await page.uncheck('#keys');
  await page.locator('#main').focus();
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'q');
  await page.reload();
  assert.equal(await page.isChecked('#keys'), false);
  await close();
});

await check('a first view loads at most 60 kB', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
  await page.goto(`${url}${kTask}`, { waitUntil: 'networkidle' });
  console.log(`      ${bytes} bytes`);
  assert.ok(bytes > 1000 && bytes <= 60_000, `${bytes} bytes`);
  await context.close();
});

await check('reference managers find what is cited', async () => {
  const { page, close } = await open(states.article);
  assert.ok(await page.locator('meta[name=citation_title]').count() === 1);
  assert.match(await page.locator('.Z3988').first().getAttribute('title'), /rft\.atitle=/);
  await close();
});

if (option === '--screenshots') {
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(states)) {
    for (const [look, options] of Object.entries({
      light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, small: { viewport: { width: 320, height: 640 } },
    })) {
      const { page, close } = await open(path, options);
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: look === 'small' });
      await close();
    }
  }
}

void index;
await browser.close();
await stop();
finish();
