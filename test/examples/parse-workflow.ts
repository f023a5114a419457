import { registerHooks } from 'node:module';

/* GitHub's own parser of workflows. It imports its schema as bundlers take it, without saying that it is JSON. */

registerHooks({
  load(url, context, next) {
    const isJson = url.includes('/@actions/') && url.endsWith('.json');
    return next(url, isJson ? { ...context, importAttributes: { type: 'json' } } : context);
  },
});

const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

/** What is wrong with a workflow, by GitHub's schema. */
export function complaintsAbout(name: string, content: string): string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(String);
}
