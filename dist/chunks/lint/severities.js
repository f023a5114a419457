import { r as __name } from "../rolldown-runtime.js";

// src/lint/severities.ts
const presets = [
	"recommended",
	"strict",
	"minimal"
];
function presetSeverity(preset, own) {
	if (preset === "recommended") return own;
	if (preset === "minimal") return own === "error" ? own : "off";
	return own === "notice" ? "warning" : "error";
}

export { presets as n, presetSeverity as t };