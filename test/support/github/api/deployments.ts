import type { QueryValues } from '../openapi/check-request.ts';
import { deploymentShape, deploymentStatusShape } from '../shape/deployment-shape.ts';
import type { Deployment, DeploymentState, DeploymentStatus } from '../state/deployment.ts';
import { answer, answerList } from '../wire/answer.ts';
import { notFound, validationFailed } from '../wire/api-error.ts';
import { bodyOf, type Call, numberIn } from '../wire/call.ts';
import type { Handlers } from './handlers.ts';

interface DeploymentBody {
  readonly ref: string;
  readonly task?: string;
  readonly environment?: string;
  readonly description?: string | null;
  readonly payload?: unknown;
}

interface StatusBody {
  readonly state: DeploymentState;
  readonly description?: string;
  readonly environment_url?: string;
  readonly log_url?: string;
  readonly target_url?: string;
}

export const deploymentHandlers: Handlers = {
  'repos/list-deployments': (call) => {
    const { sha, ref, task, environment } = call.query;
    const deployments = call.repository.deployments
      .filter((deployment) => isWanted(sha, deployment.sha))
      .filter((deployment) => isWanted(ref, deployment.ref))
      .filter((deployment) => isWanted(task, deployment.task))
      .filter((deployment) => isWanted(environment, deployment.environment))
      .toReversed();
    return answerList(call, deployments, (deployment) => deploymentShape(call.urls, call.repository, deployment));
  },

  'repos/create-deployment': (call) => {
    const body = bodyOf<DeploymentBody>(call);
    const commit = call.repository.resolve(body.ref);
    if (commit === null) throw validationFailed({ resource: 'Deployment', field: 'ref', code: 'invalid' });
    const deployment: Deployment = {
      id: call.repository.nextId(),
      sha: commit.sha,
      ref: body.ref,
      task: body.task ?? 'deploy',
      environment: body.environment ?? 'production',
      description: body.description ?? null,
      payload: body.payload ?? {},
      creator: call.actor,
      at: new Date(),
      statuses: [],
    };
    call.repository.deployments.push(deployment);
    return answer(deploymentShape(call.urls, call.repository, deployment), 201);
  },

  'repos/list-deployment-statuses': (call) => {
    const deployment = findDeployment(call);
    return answerList(call, deployment.statuses.toReversed(), (status) =>
      deploymentStatusShape(call.urls, call.repository, deployment, status),
    );
  },

  'repos/create-deployment-status': (call) => {
    const deployment = findDeployment(call);
    const body = bodyOf<StatusBody>(call);
    if ((body.description?.length ?? 0) > 140) {
      throw validationFailed({ resource: 'DeploymentStatus', field: 'description', code: 'invalid' });
    }
    const status: DeploymentStatus = {
      id: call.repository.nextId(),
      state: body.state,
      description: body.description ?? '',
      environmentUrl: body.environment_url ?? null,
      logUrl: body.log_url ?? body.target_url ?? null,
      creator: call.actor,
      at: new Date(),
    };
    deployment.statuses.push(status);
    return answer(deploymentStatusShape(call.urls, call.repository, deployment, status), 201);
  },
};

// "none" is the description's own word, and default, for any.
function isWanted(wanted: QueryValues[string], actual: string): boolean {
  return wanted === undefined || wanted === 'none' || wanted === actual;
}

function findDeployment(call: Call): Deployment {
  const id = numberIn(call, 'deployment_id');
  const deployment = call.repository.deployments.find((candidate) => candidate.id === id);
  if (deployment === undefined) throw notFound();
  return deployment;
}
