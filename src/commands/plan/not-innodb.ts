/** What must be known of a new table of another engine. */
export function notInnoDb(engine: string): string[] {
  if (engine === '' || engine.toLowerCase() === 'innodb') return [];
  return [
    `The table is ${engine}, not InnoDB: nothing of it is undone after a crash where the engine has no transactions, and its later changes cannot be made online.`,
  ];
}
