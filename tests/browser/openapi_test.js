// The API's description, looked at by a linter: node openapi_test.js PROGRAM ARTICLES
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { assert, check, finish } from './checks.js';
import { serve } from './server.js';

const [program, articles] = process.argv.slice(2);
const { url, stop } = await serve(program, articles);

await check('the description is sound OpenAPI 3.1', async () => {
  const source = await (await fetch(`${url}/v1/openapi.json`)).text();
  assert.match(JSON.parse(source).openapi, /^3\.1\./);
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'off' } });
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  assert.deepEqual(problems.map(one => `${one.severity} ${one.ruleId}: ${one.message} at ${one.location[0]?.pointer}`), []);
});

await check('every path that is described answers', async () => {
  const { paths } = await (await fetch(`${url}/v1/openapi.json`)).json();
  for (const path of Object.keys(paths)) {
    const target = path.replace('{id}', '2001-q3-china-russia.txt') + (/(similar|explain)$/.test(path) ? '?q=treaty&id=2001-q3-china-russia.txt' : '?q=treaty');
    const reply = await fetch(url + (/\/(articles|info)/.test(path) ? target.split('?')[0] : target));
    assert.equal(reply.status, 200, target);
  }
});

await stop();
finish();
