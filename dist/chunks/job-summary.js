import{s as e,t}from"./markdown.js";import{l as n,u as r}from"./core.js";async function summarize(i,{failures:a}){let o=a.map(n=>t(`WARNING`,e(n)));await r([...o,i].join(`

`)).catch(e=>{n(`The job summary could not be written: ${e instanceof Error?e.message:String(e)}`)})}export{summarize as t};