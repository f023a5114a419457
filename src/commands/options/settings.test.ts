import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { GhostshipError } from '../../support/errors.ts';
import { noConfig } from './config.ts';
import { parseConfig } from './parse-config.ts';
import { readSettings, requireTarget } from './settings.ts';

const failure = (run: () => unknown): GhostshipError => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof GhostshipError);
    return error;
  }
  throw new assert.AssertionError({ message: 'nothing was thrown' });
};

test('an option nobody set has its default', () => {
  const { values, target } = readSettings({}, noConfig);
  assert.deepEqual(values.files, ['migrations/**/*.sql']);
  assert.equal(values['max-lag'], 1500);
  assert.equal(values['max-runtime'], null);
  assert.deepEqual(values['max-load'], []);
  assert.equal(target, null);
});

test('what is given becomes typed values', () => {
  const { values } = readSettings(
    {
      'max-lag': '1m30s',
      'max-load': 'Threads_running=25, Threads_connected = 900',
      workers: '4',
      allow: 'drop-column\nzero-dates',
      files: 'a/{x,y}.sql,b.sql',
    },
    noConfig,
  );
  assert.equal(values['max-lag'], 90_000);
  assert.deepEqual(values['max-load'], [
    { variable: 'Threads_running', value: 25 },
    { variable: 'Threads_connected', value: 900 },
  ]);
  assert.equal(values.workers, 4);
  assert.deepEqual(values.allow, ['drop-column', 'zero-dates']);
  assert.deepEqual(values.files, ['a/{x,y}.sql', 'b.sql']);
});

test('everything that is wrong is said at once, by name, and says what to write', () => {
  const error = failure(() =>
    readSettings(
      { 'max-lag': '3', cutover: 'later', 'max-load': 'Threads_running>25', workers: '0', target: 'mysql://db' },
      noConfig,
    ),
  );
  assert.equal(error.code, 'usage');
  assert.match(error.message, /- max-lag: "3" is not a duration with a unit\. Write 1500ms, 3s or 5h30m\./u);
  assert.match(error.message, /- cutover: "later" .* Write auto, wait\./u);
  assert.match(error.message, /- max-load: .*Threads_running=25\./u);
  assert.match(error.message, /- workers: .*from 1 to 16\./u);
  assert.match(error.message, /- target: .*it names no user/u);
});

test('a limit of no time at all is refused, and a question keeps its mark', () => {
  const none = { 'max-lag': '0ms', 'lock-budget': '0s', 'max-runtime': '0h' };
  const error = failure(() => readSettings({ ...none, allow: 'drop-colum' }, noConfig));
  for (const option of Object.keys(none))
    assert.match(error.message, new RegExp(`- ${option}: it leaves no time at all\\. Write`, 'u'));
  assert.match(error.message, /Did you mean drop-column\?$/mu);
  assert.equal(readSettings({ retired: 'keep 0d' }, noConfig).values.retired.forMs, 0);
});

test('flags win over overrides, overrides over the config file, the config file over defaults', () => {
  const config = parseConfig(
    'ghostship.yml',
    `
cutover: wait
max-lag: 2s
retired: keep
overrides:
  - tables: ['audit_*']
    cutover: auto
    retired: drop
  - files: ['legacy/**']
    max-lag: 9s
`,
  );
  const settings = readSettings({ retired: 'keep', 'lock-budget': '1s' }, config);
  assert.equal(settings.values.cutover, 'wait');
  assert.deepEqual(
    [settings.valuesFor(null, 'audit_log').cutover, settings.valuesFor(null, 'users').cutover],
    ['auto', 'wait'],
  );
  assert.equal(settings.valuesFor('legacy/old/1.sql', 'users')['max-lag'], 9000);
  assert.equal(settings.valuesFor('migrations/1.sql', 'users')['max-lag'], 2000);
  assert.equal(settings.valuesFor('legacy/1.sql', 'audit_log').retired.kind, 'keep');
  assert.equal(settings.values['lock-budget'], 1000);
});

test('severities of rules differ by file and by table', () => {
  const config = parseConfig(
    'ghostship.yml',
    'rules: { drop-column: warning }\noverrides: [{ files: "legacy/**", rules: { drop-column: off } }, { tables: "tmp_*", rules: { "*": notice } }]',
  );
  const settings = readSettings({}, config);
  const severity = (file: string, rule: string, table: string | null): string =>
    settings.severitiesFor(file)(rule, 'error', table);
  assert.equal(severity('migrations/1.sql', 'drop-column', 'users'), 'warning');
  assert.equal(severity('migrations/1.sql', 'drop-table', 'users'), 'error');
  assert.equal(severity('migrations/1.sql', 'drop-table', 'tmp_users'), 'notice');
  assert.equal(severity('migrations/1.sql', 'drop-column', 'tmp_users'), 'warning');
  assert.equal(severity('legacy/1.sql', 'drop-column', 'users'), 'off');
  assert.equal(severity('legacy/1.sql', 'drop-column', null), 'off');
});

test('a preset makes findings worse, or leaves only errors, and a named rule wins over it', () => {
  for (const [preset, seen] of [
    ['recommended', ['notice', 'warning', 'error']],
    ['strict', ['warning', 'error', 'error']],
    ['minimal', ['off', 'off', 'error']],
  ] as const) {
    const settings = readSettings(
      {},
      parseConfig('ghostship.yml', `extends: ${preset}\nrules: { large-table: notice }`),
    );
    const severities = settings.severitiesFor('1.sql');
    assert.deepEqual(
      (['notice', 'warning', 'error'] as const).map((own) => severities('drop-column', own, null)),
      seen,
    );
    assert.equal(severities('large-table', 'error', null), 'notice');
  }
});

test('an unknown rule or hazard is an error that names the nearest', () => {
  const message = (read: () => unknown): string => failure(read).message;
  assert.match(
    message(() => parseConfig('g.yml', 'rules: { drop-colum: off }')),
    /rules\.drop-colum: .*Did you mean drop-column\?/u,
  );
  assert.match(
    message(() => parseConfig('g.yml', 'overrides: [{ files: a, rules: { shrink-colum: off } }]')),
    /Did you mean shrink-column\?/u,
  );
  assert.match(
    message(() => readSettings({ allow: 'zero-date' }, noConfig)),
    /allow: .*Did you mean zero-dates\?/u,
  );
  assert.match(
    message(() => readSettings({ allow: 'whatever' }, noConfig)),
    /allow: "whatever" is no rule and no hazard/u,
  );
});

test('an empty input counts as not given', () => {
  const settings = readSettings({ cutover: '', 'max-lag': ' ' }, parseConfig('ghostship.yml', 'cutover: wait'));
  assert.equal(settings.values.cutover, 'wait');
  assert.ok(!settings.isSet('max-lag'));
  assert.ok(settings.isSet('cutover'));
});

test('the password is for the target first, and for replicas that have none', () => {
  const settings = readSettings(
    {
      target: 'mysql://root:old@db/shop',
      replica: 'mysql://root@replica/shop',
      'lag-replicas': 'mysql://root:own@a/shop\nmysql://root@b/shop',
      password: 'secret',
    },
    noConfig,
  );
  assert.equal(requireTarget(settings).password, 'secret');
  assert.equal(settings.replica?.password, 'secret');
  assert.deepEqual(
    settings.lagReplicas.map(({ password }) => password),
    ['own', 'secret'],
  );
});

test('certificates are for every URL that names none and does not do without TLS', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ghostship-ca-'));
  const path = join(folder, 'ca.pem');
  await writeFile(path, rootCertificates[0] ?? '');
  const read = (target: string) => readSettings({ target, 'ssl-ca': path }, noConfig);
  const { sslMode, sslCa } = requireTarget(read('mysql://root@db/shop'));
  assert.deepEqual([sslMode, sslCa], ['verify-ca', rootCertificates[0]]);
  assert.equal(requireTarget(read('mysql://root@db/shop?ssl-mode=verify-identity')).sslCa, rootCertificates[0]);
  assert.equal(requireTarget(read('mysql://root@db/shop?ssl-mode=disabled')).sslCa, undefined);
  assert.match(
    failure(() => read('mysql://root@db/shop?ssl-mode=required')).message,
    /ssl-ca is of no use with ssl-mode=required/u,
  );
  assert.match(failure(() => read('mysql://root@db/shop?ssl-ca=own.pem')).message, /ssl-ca=own\.pem is not a file/u);
  await rm(folder, { recursive: true });
});

test('a missing or unusable target is a complaint about the target, without the password', () => {
  assert.equal(failure(() => requireTarget(readSettings({}, noConfig))).code, 'bad-target');
  const error = failure(() => readSettings({ target: 'postgres://root:hunter2@db/shop' }, noConfig));
  assert.equal(error.code, 'bad-target');
  assert.doesNotMatch(error.message + error.hint, /hunter2/u);
});
