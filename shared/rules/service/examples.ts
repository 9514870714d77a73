/** Drawings for the examples of rules about services. */
import type { Design, Spec } from '../../design/design'
import { onEc2 } from '../examples'

/** A daemon `web` on container instances. */
export function daemon(spec: Spec = {}): Design {
  return onEc2({ schedulingStrategy: 'DAEMON', desiredCount: undefined, ...spec })
}
