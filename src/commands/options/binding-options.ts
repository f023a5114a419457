import { option } from './option.ts';
import { oneOf, shortName } from './value.ts';

/** What ties a run to the files and plans of one repository. */
export const bindingOptions = {
  namespace: option({
    places: ['flag', 'config'],
    default: '',
    placeholder: 'name',
    description:
      'Tells the files of this repository from those of others that migrate the same database: the ledger keeps them apart by it. Its check runs and its part of the comment carry the name.',
    schema: shortName,
  }),
  'on-plan-change': option({
    places: ['flag', 'config'],
    default: 'stop',
    placeholder: 'stop|proceed',
    description:
      'What the run after a merge does where a statement would not be carried out as the plan of the pull request has shown it, or that plan cannot be read: stop before anything is run, or proceed.',
    schema: oneOf(['stop', 'proceed']),
  }),
} as const;
