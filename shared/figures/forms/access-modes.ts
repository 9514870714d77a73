/** Access modes as people abbreviate them. */
import { own } from '../../basics/own'

const short: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
}

/** `RWX`, as `kubectl get pvc` has it. */
export function modes(of: readonly string[] | undefined): string | undefined {
  return of?.map((mode) => own(short, mode) ?? mode).join(', ')
}
