export type Scope = 'actions' | 'checks' | 'contents' | 'deployments' | 'issues' | 'metadata' | 'pull-requests';

/** As under `permissions:` in a workflow: what is not named is not given; `metadata: read` everybody has. */
export type Permissions = Readonly<Partial<Record<Scope, 'read' | 'write'>>>;

type Permission = `${Scope}: ${'read' | 'write'}`;

/**
 * One of these lets the call through. From "Permissions required for GitHub Apps" in GitHub's documentation, by
 * operation id; comments and labels of a pull request belong to issues and to pull requests alike.
 */
const needed: Readonly<Record<string, readonly Permission[]>> = {
  'actions/create-workflow-dispatch': ['actions: write'],
  'actions/delete-workflow-run': ['actions: write'],
  'actions/get-reviews-for-run': ['actions: read'],
  'actions/get-workflow-run': ['actions: read'],
  'actions/list-jobs-for-workflow-run': ['actions: read'],
  'checks/create': ['checks: write'],
  'checks/get': ['checks: read'],
  'checks/list-annotations': ['checks: read'],
  'checks/list-for-ref': ['checks: read'],
  'checks/update': ['checks: write'],
  'git/get-tree': ['contents: read'],
  'issues/add-labels': ['issues: write', 'pull-requests: write'],
  'issues/create-comment': ['issues: write', 'pull-requests: write'],
  'issues/delete-comment': ['issues: write', 'pull-requests: write'],
  'issues/get-comment': ['issues: read', 'pull-requests: read'],
  'issues/list-comments': ['issues: read', 'pull-requests: read'],
  'issues/list-labels-on-issue': ['issues: read', 'pull-requests: read'],
  'issues/remove-all-labels': ['issues: write', 'pull-requests: write'],
  'issues/set-labels': ['issues: write', 'pull-requests: write'],
  'issues/update-comment': ['issues: write', 'pull-requests: write'],
  'pulls/create-review': ['pull-requests: write'],
  'pulls/create-review-comment': ['pull-requests: write'],
  'pulls/get': ['pull-requests: read'],
  'pulls/list': ['pull-requests: read'],
  'pulls/list-files': ['pull-requests: read'],
  'pulls/list-review-comments': ['pull-requests: read'],
  'pulls/list-reviews': ['pull-requests: read'],
  'pulls/update': ['pull-requests: write'],
  'rate-limit/get': ['metadata: read'],
  'reactions/create-for-issue-comment': ['issues: write', 'pull-requests: write'],
  'reactions/list-for-issue-comment': ['issues: read', 'pull-requests: read'],
  'repos/compare-commits-with-basehead': ['contents: read'],
  'repos/create-deployment': ['deployments: write'],
  'repos/create-deployment-status': ['deployments: write'],
  'repos/create-dispatch-event': ['contents: write'],
  'repos/create-or-update-file-contents': ['contents: write'],
  'repos/delete-file': ['contents: write'],
  'repos/get-collaborator-permission-level': ['metadata: read'],
  'repos/get-content': ['contents: read'],
  'repos/list-commits': ['contents: read'],
  'repos/list-deployment-statuses': ['deployments: read'],
  'repos/list-deployments': ['deployments: read'],
  'repos/list-pull-requests-associated-with-commit': ['pull-requests: read'],
};

/** @throws Error when the table does not know the operation, which is a defect of the table */
export function permissionsFor(operationId: string): readonly Permission[] {
  const permissions = needed[operationId];
  if (permissions === undefined) throw new Error(`Nobody said which permission ${operationId} needs.`);
  return permissions;
}

/** What is public anybody may read, whatever the token was given. */
export function isPermitted(operationId: string, permissions: Permissions, isPublic: boolean): boolean {
  return permissionsFor(operationId).some((permission) => {
    if (permission.endsWith(': read') && isPublic) return true;
    return holds({ ...permissions, metadata: 'read' }, permission);
  });
}

/** As in the header `x-accepted-github-permissions`: one of several, divided by semicolons. */
export function acceptedPermissions(operationId: string): string {
  return permissionsFor(operationId)
    .map((permission) => permission.replace('-', '_').replace(': ', '='))
    .join('; ');
}

/** What is left of a workflow's permissions when an outsider's pull request set it off. */
export function readOnly(permissions: Permissions): Permissions {
  return Object.fromEntries(Object.keys(permissions).map((scope) => [scope, 'read']));
}

function holds(permissions: Permissions, permission: Permission): boolean {
  const [scope, access] = permission.split(': ') as [Scope, 'read' | 'write'];
  const given = permissions[scope];
  return given === 'write' || given === access;
}
