import{t as e}from"./clip.js";import{n as t}from"./progress-line.js";import{d as n}from"./words.js";function statusText(e){return e.length===0?`No migration is running.`:e.map(migrationText).join(`

`)}function migrationText({table:r,statement:i,startedAt:a,progress:o,alive:s,ageMs:c,migrationId:l}){return[`${r}: ${s?t(o):`left behind ${n(c)} ago while ${t(o)}; cleanup removes what is left, and so does the next run`}`,`  ${e(i,200)}`,`  started ${a} · id ${l}`].join(`
`)}export{statusText as t};