import type { Deployment, DeploymentStatus } from '../state/deployment.ts';
import type { Repository } from '../state/repository.ts';
import { apiUrlOf, nodeIdOf, timeOf, type Urls } from './urls.ts';
import { userShape } from './user-shape.ts';

/** A `deployment`. */
export function deploymentShape(urls: Urls, repository: Repository, deployment: Deployment) {
  const url = `${apiUrlOf(urls, repository)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeIdOf('Deployment', deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userShape(urls, deployment.creator),
    created_at: timeOf(deployment.at),
    updated_at: timeOf(deployment.statuses.at(-1)?.at ?? deployment.at),
    statuses_url: `${url}/statuses`,
    repository_url: apiUrlOf(urls, repository),
  };
}

/** A `deployment-status`. */
export function deploymentStatusShape(
  urls: Urls,
  repository: Repository,
  deployment: Deployment,
  status: DeploymentStatus,
) {
  const url = `${apiUrlOf(urls, repository)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeIdOf('DeploymentStatus', status.id),
    state: status.state,
    creator: userShape(urls, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl ?? url,
    ...(status.logUrl === null ? {} : { log_url: status.logUrl }),
    ...(status.environmentUrl === null ? {} : { environment_url: status.environmentUrl }),
    created_at: timeOf(status.at),
    updated_at: timeOf(status.at),
    deployment_url: url,
    repository_url: apiUrlOf(urls, repository),
  };
}
