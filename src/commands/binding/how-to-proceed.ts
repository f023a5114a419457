/** The end of a hint. No job that is run again does: it reads the config file of its own commit. */
export const howToProceed =
  'set on-plan-change: proceed in the config file of the branch, and then start a run anew: write /ghostship migrate in a comment of its pull request, or run the workflow by hand. A job that is run again reads the file as it was. Take the option out again after the run.';
