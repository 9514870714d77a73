/** Access modes as people abbreviate them. */
const short: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
}

/** `RWX`, as `kubectl get pvc` has it. */
export function modes(of: readonly string[] | undefined): string | undefined {
  return of?.map((mode) => (Object.hasOwn(short, mode) && short[mode]) || mode).join(', ')
}
