import { r as __name } from "../rolldown-runtime.js";
import { tmpdir } from "node:os";

// src/action/job-limit.ts
const minuteMs = 6e4;
/**
* How long a run may take where max-runtime is not set, in milliseconds: half an hour less than GitHub allows. A hosted job ends
* after six hours. On a runner of one's own the token of the job ends after 24. `null` where the runner does not tell what it is.
*
* @param runnerEnvironment `RUNNER_ENVIRONMENT`
*/
function jobLimitMs(runnerEnvironment) {
	if (runnerEnvironment === "github-hosted") return 330 * minuteMs;
	if (runnerEnvironment === "self-hosted") return 1410 * minuteMs;
	return null;
}

// src/action/runner-environment.ts
function readRunnerEnvironment(environment) {
	const { GITHUB_SERVER_URL = "https://github.com", GITHUB_REPOSITORY = "", GITHUB_RUN_ID = "" } = environment;
	const repositoryUrl = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
	return {
		workspace: environment.GITHUB_WORKSPACE ?? process.cwd(),
		temporary: environment.RUNNER_TEMP ?? tmpdir(),
		sha: environment.GITHUB_SHA ?? "",
		ref: environment.GITHUB_REF ?? "",
		workflowRef: environment.GITHUB_WORKFLOW_REF ?? "",
		limitMs: jobLimitMs(environment.RUNNER_ENVIRONMENT ?? ""),
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
		file(path, line, lastLine = line) {
			const lines = lastLine === line ? `L${line}` : `L${line}-L${lastLine}`;
			return `${repositoryUrl}/blob/${sha}/${path.split("/").map(encodeURIComponent).join("/")}#${lines}`;
		}
	};
}

export { readRunnerEnvironment as n, linksTo as t };