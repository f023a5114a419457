/** Few colours, which are others in the dark. Nothing is loaded: not a letter, not an image. */
export const style = `
:root { color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1c2530; --muted: #5b6776; --rule: #e6e9ee; --axis: #aab3bf; --code: #f3f5f8;
  --rate: #1a62d6; --lag: #0f8577; --hold: #d98a00; --stopped: #8a5700; --good: #1a7f4b; --bad: #c9303c;
  --preflight: #b6bfca; --copying: #1a62d6; --catching_up: #57a5f5; --verifying: #0f8577;
  --waiting_for_cutover: #cfd6df; --cutting_over: #7a45c9; --paused: #d98a00; --added: #e3f5ea; --removed: #fdebec; }
@media (prefers-color-scheme: dark) { :root {
  --page: #0e1318; --card: #161d24; --text: #e3e8ee; --muted: #97a4b3; --rule: #26303a; --axis: #4b5866; --code: #1b242d;
  --rate: #5b9dff; --lag: #3fb8a6; --hold: #e0a83a; --stopped: #e0a83a; --good: #4cc283; --bad: #ff7680;
  --preflight: #5d6976; --copying: #4d8ff0; --catching_up: #86baf7; --verifying: #2f9d8d;
  --waiting_for_cutover: #3d4854; --cutting_over: #a47bea; --paused: #e0a83a; --added: #173326; --removed: #3b1e23; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 940px; margin: 0 auto; padding: 28px 16px 48px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; } h2 { font-size: 19px; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 14px; margin: 26px 0 8px; } p { margin: 6px 0; overflow-wrap: anywhere; }
.muted, figcaption span { color: var(--muted); font-weight: 400; } .small { font-size: 13px; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 22px 24px; margin: 20px 0; }
.head { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.state { font-size: 13px; font-weight: 600; } .state.good { color: var(--good); } .state.bad { color: var(--bad); } .state.held { color: var(--stopped); }
pre { background: var(--code); border-radius: 6px; padding: 10px 12px; margin: 10px 0; font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 420px; overflow: auto; }
pre i { display: block; font-style: normal; padding: 0 4px; min-height: 1.5em; } pre .added { background: var(--added); } pre .removed { background: var(--removed); }
.numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 14px 16px; margin: 16px 0 0; }
.numbers dt { color: var(--muted); font-size: 13px; } .numbers dd { margin: 0; font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; }
.numbers small { display: block; font-size: 12.5px; font-weight: 400; color: var(--muted); }
.fault { border-left: 3px solid var(--bad); padding: 2px 0 2px 14px; margin: 16px 0; } .kept { border-left-color: var(--rate); }
figure { margin: 22px 0 0; } figcaption { font-size: 14px; font-weight: 600; margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; font-family: inherit; } .narrow { display: none; }
.lane { position: relative; height: 24px; margin: 6px 1.628% 6px 8.605%; background: var(--code); border-radius: 4px; }
.lane.thin { height: 16px; } .lane > b { position: absolute; right: 100%; margin-right: 10px; font-size: 12px; line-height: 24px; font-weight: 400; color: var(--muted); }
.lane.thin > b { line-height: 16px; } .lane > i { position: absolute; top: 0; bottom: 0; min-width: 2px; border-radius: 2px; }
.lane > i.moment { width: 3px; margin-left: -1px; min-width: 0; } .ends { display: flex; justify-content: space-between; margin: 0 1.628% 0 8.605%; font-size: 12px; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 6px 0 0; padding: 0; list-style: none; font-size: 13px; color: var(--muted); }
.legend i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-right: 6px; } .legend i.line { height: 0; border-top: 2px dashed var(--hold); border-radius: 0; vertical-align: middle; width: 14px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 13.5px; } th { text-align: left; font-weight: 600; color: var(--muted); }
th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td p { margin: 0; } td.time { white-space: nowrap; font-variant-numeric: tabular-nums; } a { color: var(--rate); } footer { color: var(--muted); font-size: 13px; }
@media (max-width: 600px) { main { padding: 18px 10px 32px; } .card { padding: 16px 14px; margin: 14px 0; } h1 { font-size: 21px; }
  .wide { display: none; } .narrow { display: block; } .lane, .ends { margin-left: 17.714%; margin-right: 5.714%; }
  thead { display: none; } tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--rule); } td, td.number { display: block; text-align: left; padding: 0; border: 0; }
  td[data-label]:not(:empty)::before { content: attr(data-label) " "; color: var(--muted); } .numbers { grid-template-columns: 1fr 1fr; } }
@media print { .card { break-inside: avoid; } pre { max-height: none; } }
`;
