/** What a person may do in a repository, from least to most. */
export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
