// src/sql/marker.ts
/**
* Stands in every definition statement of ours that the change stream will hand back to us: others of its kind mean
* that somebody else changed the table.
*/
const ourMark = "/* by Ghostship */";

export { ourMark as t };