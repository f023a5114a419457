// Runs one migration, to be killed in the middle of it.
import { migrateTable } from '../../../src/engine/migrate.ts';
import type { MigrateRequest } from '../../../src/engine/request.ts';

const request = JSON.parse(process.argv[2] ?? '') as MigrateRequest;
await migrateTable(request, () => {}, new AbortController().signal);
