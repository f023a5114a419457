import { r as __name } from "../../rolldown-runtime.js";

// src/engine/run/control-state.ts
const uncontrolled = {
	paused: false,
	throttlePercent: 0,
	cutoverOrdered: false
};
/** @param status a status row; an older one lacks what was not known then */
function controlStateOf(status) {
	return {
		paused: status.paused ?? uncontrolled.paused,
		throttlePercent: status.throttlePercent ?? uncontrolled.throttlePercent,
		cutoverOrdered: status.cutoverOrdered ?? uncontrolled.cutoverOrdered
	};
}

export { uncontrolled as n, controlStateOf as t };