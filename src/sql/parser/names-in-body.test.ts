import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesInBody, type StatementNames } from './names-in-body.ts';

/** A body, and what each of its statements names: tables, then columns. `?` marks what is not certain. */
const bodies: readonly (readonly [what: string, body: string, ...statements: readonly string[]])[] = [
  [
    'a view as servers write it',
    'select `s`.`users`.`id` AS `id` from `s`.`users` where (`s`.`users`.`active` = 1)',
    's.users: s.users.id s.users.active',
  ],
  [
    'a joined view as servers write it',
    'select `u`.`email` AS `email` from (`s`.`users` `u` join `s`.`orders` `o` on((`o`.`user` = `u`.`id`)))',
    's.users s.orders: s.users.email s.orders.user s.users.id',
  ],
  [
    'joins in parentheses as servers write them',
    'select `m`.`x` AS `x` from (((`s`.`a` join `s`.`b` on((`s`.`a`.`id` = 1))) left join (`s`.`c` join `s`.`members` `m` on(`m`.`id` = 2)) on((`m`.`y` = 3))) join `s`.`d`)',
    's.a s.b s.c s.members s.d: s.members.x s.a.id s.members.id s.members.y',
  ],
  ['a join of a derived table', 'SELECT 1 FROM (SELECT 1 FROM a) x JOIN (b JOIN c) ON (1) WHERE (2)', 'a b c:'],
  ['a column of the only table', 'SELECT email FROM users', 'users: users.email'],
  ['a column of one of two tables', 'SELECT email FROM users, orders', 'users orders: ?.email'],
  [
    'aliases',
    'SELECT u.id, o.total FROM users u JOIN orders AS o ON o.user_id = u.id',
    'users orders: users.id orders.total orders.user_id',
  ],
  ['an alias of the same name', 'SELECT users.id FROM people users', 'people: people.id'],
  [
    'a derived table of the same name',
    'SELECT users.email FROM (SELECT email FROM people) users WHERE EXISTS (SELECT 1 FROM users)',
    'people users?: ?.email ?.email',
  ],
  [
    'one alias for two tables',
    'SELECT u.id FROM people u WHERE EXISTS (SELECT u.x FROM users u)',
    'users people: ?.id ?.x',
  ],
  [
    'a common table expression of the same name',
    'WITH users AS (SELECT id FROM people) SELECT id FROM users',
    'people users?: ?.id',
  ],
  ['a subquery', 'SELECT 1 FROM a WHERE x IN (SELECT y FROM b)', 'b a: ?.x ?.y'],
  ['odd names', 'INSERT INTO `odd name`.`o``dd` (`a b`) VALUES (1)', 'odd name.o`dd: odd name.o`dd.a b'],
  ['strings and comments', 'SELECT \'email\' -- users\n, "name" /* users */ FROM t # users', 't:'],
  ['what only another server runs', 'SELECT 1 /*M! , email */ FROM t', 't:'],
  ['all columns', 'SELECT * FROM users', 'users: users.*'],
  ['rows without a list of columns', 'INSERT INTO users VALUES (1)', 'users: users.*'],
  ['deleted rows', 'DELETE FROM users WHERE email IS NULL', 'users: users.email'],
  ['a row of the trigger', 'INSERT INTO audit (a) VALUES (NEW.email)', 'audit: NEW.email audit.a'],
  ['a parameter', 'DELETE FROM users WHERE id = needle', 'users: users.id ?.needle'],
  ['two statements', 'BEGIN DELETE FROM a; UPDATE b SET c = 1; END', 'a:', 'b: b.c'],
  [
    'branches and loops',
    'top: BEGIN IF EXISTS (SELECT 1 FROM a) THEN DELETE FROM b; ELSEIF CASE WHEN 1 THEN 2 END THEN DELETE FROM c; ELSE BEGIN DELETE FROM d; END; END IF;' +
      ' again: WHILE (SELECT 1 FROM e) DO DELETE FROM f; ITERATE again; END WHILE again;' +
      ' REPEAT DELETE FROM g; UNTIL (SELECT 1 FROM h) END REPEAT;' +
      ' CASE 1 WHEN (SELECT 1 FROM i) THEN DELETE FROM j; ELSE LOOP DELETE FROM k; LEAVE top; END LOOP; END CASE; END',
    'a:',
    'b:',
    ':',
    'c:',
    'd:',
    'e:',
    'f:',
    'g:',
    'h:',
    ':',
    'i:',
    'j:',
    'k:',
  ],
  [
    'declarations',
    'BEGIN DECLARE done, email INT DEFAULT (SELECT 1 FROM a); DECLARE gone CONDITION FOR 1146; DECLARE c CURSOR FOR SELECT email, x FROM b;' +
      " DECLARE CONTINUE HANDLER FOR NOT FOUND, SQLSTATE '42S02', gone BEGIN DELETE FROM d; END; OPEN c; FETCH c INTO done; CLOSE c; END",
    'a:',
    'b: ?.email b.x',
    'd:',
  ],
  ['a function', 'RETURN (SELECT name FROM users WHERE id = 1)', 'users: users.name users.id'],
  [
    'a loop of MariaDB',
    'FOR r IN (SELECT id FROM a) DO DELETE FROM b WHERE id = r.id; END FOR',
    'a: a.id',
    'b: b.id r.id',
  ],
  ['a statement that it does not know', 'BEGIN HANDLER users OPEN; DELETE FROM a; END', 'unread', 'a:'],
  ['a name that its lists cannot tell', 'SELECT 1 FROM `a::b`', 'unread'],
  ['a statement of a megabyte', `SELECT ${'1 + '.repeat(250_000)} 1 FROM users`, 'unread'],
];

for (const [what, body, ...expected] of bodies) {
  test(`names in ${what}`, async () => {
    const statements = await namesInBody(body, { flavor: 'mysql', version: '9.7.0' }, ['needle']);
    assert.deepEqual(statements.map(shown), expected);
  });
}

test('a name that is no table is told apart from one that was overlooked', async () => {
  const body = 'BEGIN SELECT t.users AS people FROM t; CREATE TABLE t LIKE orders; END';
  const [first, second] = await namesInBody(body, null, []);
  assert.ok(first?.kind === 'read' && second?.kind === 'read');
  assert.deepEqual([...first.otherNames].toSorted(), ['people', 't', 'users']);
  assert.deepEqual([...second.otherNames], ['t']);
});

function shown(names: StatementNames): string {
  if (names.kind === 'cannot-read') return 'unread';
  const tables = names.tables.map((table) => `${qualified(table.schema, table.name)}${table.certain ? '' : '?'}`);
  const columns = names.columns.map(({ table, name }) =>
    table === null ? `?.${name}` : `${qualified(table.schema, table.name)}.${name}`,
  );
  return `${tables.join(' ')}: ${columns.join(' ')}`.trim();
}

function qualified(schema: string | null, name: string): string {
  return schema === null ? name : `${schema}.${name}`;
}
