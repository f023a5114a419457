import{r as e,t}from"./privileges.js";import{s as n}from"./server-errors.js";import{B as r,L as i,T as a,u as o,z as s}from"./ghost.js";import{t as c}from"./usingCtx.js";const l=`ghostship_migrations`;function createLedger(e){return s`CREATE TABLE IF NOT EXISTS ${ledger(e)} (
    id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    file VARCHAR(700),
    ordinal INT UNSIGNED NOT NULL,
    statement_count INT UNSIGNED NOT NULL,
    statement MEDIUMTEXT NOT NULL,
    statement_digest CHAR(64) CHARACTER SET ascii NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    commit_sha VARCHAR(64),
    pull_request INT UNSIGNED,
    actor VARCHAR(255),
    run_url VARCHAR(1024),
    plan_digest CHAR(64) CHARACTER SET ascii,
    state VARCHAR(32) NOT NULL,
    queued_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    started_at TIMESTAMP(3) NULL,
    live_at TIMESTAMP(3) NULL,
    cutover_at TIMESTAMP(3) NULL,
    finished_at TIMESTAMP(3) NULL,
    cutover_position TEXT,
    outcome MEDIUMTEXT,
    KEY file_ordinal (file, ordinal)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=DYNAMIC
    COMMENT='Ghostship: what was applied to this database, when, from where'`}function selectCompleted(e){return s`SELECT file, ordinal, statement_count, statement_digest, id, DATE_FORMAT(finished_at, '%Y-%m-%d %H:%i:%s') AS finished
    FROM ${ledger(e)} WHERE state = 'completed' AND file IS NOT NULL ORDER BY finished_at, queued_at`}function insertQueued(e,t){return s`INSERT INTO ${ledger(e)} (id, file, ordinal, statement_count, statement, statement_digest, table_name,
      commit_sha, pull_request, actor, run_url, plan_digest, state)
    VALUES (${t.id}, ${t.file}, ${t.ordinal}, ${t.statementCount}, ${t.statement}, ${t.statementDigest},
      ${t.table}, ${t.commit}, ${t.pullRequest}, ${t.actor}, ${t.runUrl}, ${t.planDigest}, 'queued')`}function advanceMigration(e,t,n){return s`UPDATE ${ledger(e)} SET state = ${n}, live_at = CURRENT_TIMESTAMP(3),
      started_at = COALESCE(started_at, CURRENT_TIMESTAMP(3)),
      cutover_at = IF(${n} = 'cutting_over', COALESCE(cutover_at, CURRENT_TIMESTAMP(3)), cutover_at)
    WHERE id = ${t} AND finished_at IS NULL`}function finishMigration(e,t,n,r){return s`UPDATE ${ledger(e)} SET state = ${n}, outcome = ${r}, live_at = CURRENT_TIMESTAMP(3),
      finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${t}`}function abandonMigration(e,t){return s`UPDATE ${ledger(e)} SET state = 'aborted', finished_at = CURRENT_TIMESTAMP(3) WHERE id = ${t} AND state = 'queued'`}function selectOutcomes(e){return s`SELECT table_name, outcome FROM ${ledger(e)} WHERE state = 'completed' AND outcome IS NOT NULL ORDER BY finished_at`}function ledger(e){return r({schema:e,name:l})}function countOthers(e,t){return s`SELECT COUNT(*) AS others FROM ${ledger(e)} WHERE id NOT IN (${i(t.map(e=>s`${e}`))})`}var Ledger=class{#e;constructor(e){this.#e=e}async create(){try{var n=c();let r=n.a(await this.#r()),i=this.#e.database,[a]=await t(r,{schema:i,name:l});if(a!==void 0)throw a;let o=await r.rows(e(i,[l]));return await r.run(createLedger(i)),o.length===0}catch(e){n.e=e}finally{await n.d()}}async remove(e){try{var t=c();let n=t.a(await this.#r()),r=this.#e.database,[i]=await n.rows(countOthers(r,e));Number(i?.others)===0&&await n.run(o({schema:r,name:l}))}catch(e){t.e=e}finally{await t.d()}}async completed(){return(await this.#n(selectCompleted)).map(e=>({id:String(e.id),file:String(e.file),ordinal:Number(e.ordinal),statementCount:Number(e.statement_count),digest:String(e.statement_digest),finished:String(e.finished)}))}async retiredTables(){return(await this.#n(selectOutcomes)).flatMap(e=>{let{retired:t}=JSON.parse(String(e.outcome));return t===null?[]:[{table:String(e.table_name),retired:t}]})}async queue(e){try{var t=c();let n=t.a(await this.#r());for(let t of e)await n.run(insertQueued(this.#e.database,t))}catch(e){t.e=e}finally{await t.d()}}async advance(e,t){await this.#t(n=>advanceMigration(n,e,t))}async finish(e,t){await this.#t(n=>finishMigration(n,e,t.state,JSON.stringify(t)))}async abandon(e){await this.#t(t=>abandonMigration(t,e))}async#t(e){try{var t=c();await t.a(await this.#r()).run(e(this.#e.database))}catch(e){t.e=e}finally{await t.d()}}async#n(e){try{var t=c();let r=t.a(await this.#r());try{return await r.rows(e(this.#e.database))}catch(e){if(n(e,`ER_NO_SUCH_TABLE`))return[];throw e}}catch(e){t.e=e}finally{await t.d()}}#r(){return a(this.#e,`keeping the ledger`)}};export{Ledger as t};