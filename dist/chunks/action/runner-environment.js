import { n as __name } from "../rolldown-runtime.js";
import { tmpdir } from "node:os";

// src/action/runner-environment.ts
function readRunnerEnvironment(environment) {
	const { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY = "", GITHUB_RUN_ID = "" } = environment;
	const repositoryUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
	return {
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		temporary: environment.RUNNER_TEMP ?? tmpdir(),
		sha: environment.GITHUB_SHA ?? "",
		ref: environment.GITHUB_REF ?? "",
		actor: environment.GITHUB_ACTOR ?? "",
		repositoryUrl,
		runUrl: `${repositoryUrl}/actions/runs/${GITHUB_RUN_ID}`,
		stepKey: [
			GITHUB_RUN_ID,
			environment.GITHUB_RUN_ATTEMPT,
			environment.GITHUB_JOB,
			environment.GITHUB_ACTION
		].join("/")
	};
}
/** Links to the files of one commit. */
function linksTo({ repositoryUrl, runUrl }, sha) {
	return {
		run: runUrl,
		file: (path, line) => `${repositoryUrl}/blob/${sha}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`
	};
}

export { readRunnerEnvironment as n, linksTo as t };