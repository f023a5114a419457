import { r as __name } from "../rolldown-runtime.js";

// src/action/target-name.ts
/**
* What tells the pages of one job from those of others on the same commit: the environment, and the namespace of its files. It stands
* in names of check runs and in marks of a comment. `null` where neither is set.
*/
function targetName({ environment, namespace }) {
	const files = namespace.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
	if (files === "") return environment;
	return environment === null ? files : `${environment}/${files}`;
}

export { targetName as t };