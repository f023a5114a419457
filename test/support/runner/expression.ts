/** Values of `github.*`, as far as a default in an `action.yml` may need them. */
export type GithubContext = Readonly<Record<string, string>>;

/** Puts in what `${{ github.… }}` stands for. @throws Error for any other expression */
export function evaluate(text: string, github: GithubContext): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const name = /^\s*github\.(\w+)\s*$/.exec(expression)?.[1] ?? '';
    const value = github[name];
    if (value === undefined) throw new Error(`The runner cannot evaluate "${expression.trim()}".`);
    return value;
  });
}
