/** Whether tests that have a short form and a long one take the long one: `script/test --long`. */
export const isLongRun = process.env.GHOSTSHIP_LONG === '1';
